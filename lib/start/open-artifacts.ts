import { BENCHMARK_IDS } from "@/lib/domain/benchmark";
import { PROMPT_EMBEDDINGS_PATH, readPromptEmbeddings } from "@/lib/packing/read-prompt-embeddings";
import { loadExplorerData } from "@/lib/pages/explore/explorer-data";
import { activeArtifactsDirectory } from "@/lib/runtime/active-artifacts";
import { getRouters } from "@/lib/serving/container";
import { checkArtifacts } from "@/lib/storage/check-artifacts";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";

/**
 * Opens every artifact as the pages will: first each file against the manifest's checksums, then against the shape
 * that this code reads, since a whole set of another version has checksums that agree.
 * @throws RoutingError `artifact_unusable` that names the first file at fault.
 */
export async function openArtifacts(): Promise<void> {
  const artifactsDirectory = activeArtifactsDirectory();
  const { files } = await checkArtifacts(artifactsDirectory);
  await getRouters();
  await loadExplorerData();
  for (const benchmark of BENCHMARK_IDS) {
    await readBenchmarkArtifact(artifactsDirectory, benchmark);
  }
  // Only a training on votes needs them: artifacts of one's own, trained before there were any, serve without.
  if (files.some(({ path }) => path === PROMPT_EMBEDDINGS_PATH)) await readPromptEmbeddings(artifactsDirectory);
}
