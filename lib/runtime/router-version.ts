import { createHash } from "node:crypto";
import { MANIFEST_PATH } from "@/lib/storage/check-artifacts";
import { readArtifactFile } from "@/lib/storage/read-artifact-file";
import { readAlternativeSettings } from "./alternative-settings";
import { oncePerArtifacts } from "./once-per-artifacts";

/**
 * Names the routers as this process serves them: artifacts and what stands in for them, secrets apart. Processes of one
 * version give one prompt the same win rates, so that they may share the chunks of a run.
 */
export const routerVersion = oncePerArtifacts(async (directory): Promise<string> => {
  const manifest = await readArtifactFile({ directory, path: MANIFEST_PATH });
  const { mf, bert, causalLlm } = readAlternativeSettings();
  return createHash("sha256")
    .update(manifest)
    .update(JSON.stringify([mf ?? null, bert ?? null, causalLlm ?? null]))
    .digest("hex")
    .slice(0, 16);
});
