import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import type { ArtifactManifest } from "@/lib/schemas/artifacts/artifact-manifest";
import type { FiguresArtifact } from "@/lib/schemas/artifacts/figures-artifact";
import type { SpeedMeasurement } from "@/lib/schemas/artifacts/speed-measurement";
import { TRAINING_STEPS, type TrainingStep } from "@/lib/training/columns/training-steps";
import type { RouterFacts } from "@/lib/view/explore/guidance";

/** The artifacts that a router needs to score a prompt. */
const FILES: Readonly<Record<RouterId, readonly string[]>> = {
  sw_ranking: ["encoder.json", "sw-ranking.json"],
  mf: ["encoder.json", "mf.json"],
  bert: ["bert.onnx", "tokenizer.json"],
  causal_llm: ["causal-llm.onnx", "tokenizer.json", "causal-llm-instruction.txt"],
  length: ["length.json"],
  random: [],
};

/** The two learn together; their step is both. */
const isTransformer = (router: RouterId): boolean => router === "bert" || router === "causal_llm";

/** What is not part of learning: figures about the data and about what was learned. */
const MEASURING: readonly TrainingStep[] = [
  "similarity of benchmarks and training data",
  "scoring held-out prompts",
  "scoring benchmarks",
  "bootstrap of the figures",
];

/** What the guidance follows from, for each router. */
export function routerFacts(sources: {
  readonly figures: FiguresArtifact;
  readonly manifest: ArtifactManifest;
  readonly speed: SpeedMeasurement;
}): RouterFacts[] {
  const { figures, manifest, speed } = sources;
  const bytes = new Map(manifest.files.map((file) => [file.path, file.bytes]));
  const learning = TRAINING_STEPS.filter(({ name }) => !MEASURING.includes(name));
  return ROUTER_IDS.map((router) => {
    const steps = learning.filter(({ name }) => name !== "transformers" || isTransformer(router));
    const qualityOn = (benchmark: keyof FiguresArtifact["benchmarks"]) => {
      const { full, apgrInterval } = figures.benchmarks[benchmark].routers[router];
      return { apgr: full.apgr, interval: apgrInterval };
    };
    return {
      router,
      p95Ms: speed.routers[router].p95Ms,
      promptsPerSecond: speed.routers[router].promptsPerSecond,
      bytes: FILES[router].reduce((sum, path) => sum + (bytes.get(path) ?? 0), 0),
      trainingSeconds: steps.reduce((sum, { seconds }) => sum + seconds, 0),
      quality: {
        mmlu: qualityOn("mmlu"),
        "mmlu-audited": qualityOn("mmlu-audited"),
        gsm8k: qualityOn("gsm8k"),
        "mt-bench": qualityOn("mt-bench"),
      },
    };
  });
}
