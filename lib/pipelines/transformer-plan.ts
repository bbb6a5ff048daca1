import { RoutingError } from "@/lib/domain/routing-error";
import { OWN_INSTRUCTION } from "@/lib/inference/instruction";
import type { SessionPool } from "@/lib/inference/session-pool";
import { exportTransformer } from "@/lib/onnx/export-transformer";
import type { TransformerArtifacts } from "@/lib/packing/transformer-artifacts";
import { QUALITY_LABELS } from "@/lib/routers/causal-llm-router";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import type { TransformersArtifact } from "@/lib/schemas/artifacts/transformers-artifact";
import type { TransformerSchedule } from "@/lib/training/transformer/fit-transformer";
import type { TaughtPrompt } from "@/lib/training/transformer/teach-prompts";
import {
  OUTCOME_LABELS,
  TRANSFORMER_IDS,
  TRANSFORMER_SHAPE,
  type TransformerId,
} from "@/lib/training/transformer/transformer-recipe";
import { measureRounding } from "./measure-rounding";
import { type TrainedTransformers, trainTransformers } from "./train-transformers";

/** Which transformers a training makes anew; the others stay as they are. */
export type TransformerPlan = {
  readonly train: readonly TransformerId[];
  /** Undefined where there are none yet. */
  readonly kept: TransformerArtifacts | undefined;
  readonly schedule: TransformerSchedule;
  /** Where an interrupted training is gone on from. */
  readonly stateDirectory: string;
};

/** @throws RoutingError if a transformer is neither there nor to be trained. */
export function assertComplete({ train, kept }: TransformerPlan): void {
  const missing = TRANSFORMER_IDS.find((id) => kept === undefined && !train.includes(id));
  if (missing === undefined) return;
  throw new RoutingError({
    code: "invalid_argument",
    parameter: "--router",
    message: `--router: there is no trained ${missing} to keep; train it too, with --router ${TRANSFORMER_IDS.join(" ")}`,
  });
}

/**
 * The transformers' artifacts: the kept ones, and in their place those that are trained now. One that stays keeps its
 * vocabulary, so a new one beside it reads prompts by the same.
 * @param options.teach is asked for the teacher's scores only if something is trained.
 */
export async function transformersByPlan(
  plan: TransformerPlan,
  options: {
    seed: number;
    teach: () => Promise<readonly TaughtPrompt[]>;
    open: { directory: string; pool: SessionPool };
    report: (share: number) => void;
  },
): Promise<TransformerArtifacts> {
  const { train, kept, schedule, stateDirectory } = plan;
  if (train.length === 0 && kept !== undefined) return kept;
  const isReplaced = TRANSFORMER_IDS.every((id) => train.includes(id));
  const prompts = await options.teach();
  const trained = await trainTransformers({
    ids: train,
    prompts,
    schedule,
    ...(kept === undefined || isReplaced ? {} : { tokenizer: kept["tokenizer.json"] }),
    seed: options.seed,
    stateDirectory,
    report: options.report,
  });
  const artifactsAt = (precision: Precision, rounding: Rounding): TransformerArtifacts => ({
    "bert.onnx": fileOf("bert", trained, precision) ?? keptFile(kept?.["bert.onnx"]),
    "causal-llm.onnx": fileOf("causal_llm", trained, precision) ?? keptFile(kept?.["causal-llm.onnx"]),
    "tokenizer.json": trained.tokenizer,
    "causal-llm-instruction.txt": train.includes("causal_llm")
      ? OWN_INSTRUCTION
      : keptFile(kept?.["causal-llm-instruction.txt"]),
    "transformers.json": settingsOf(plan, rounding),
  });
  const unmeasured = { bert: 0, causal_llm: 0 };
  const rounding = await measureRounding({
    shipped: artifactsAt("int8", unmeasured),
    exact: artifactsAt("float32", unmeasured),
    prompts: prompts.filter(({ use }) => use !== "learn").map(({ prompt }) => prompt),
    open: options.open,
  });
  return artifactsAt("int8", rounding);
}

type Precision = "int8" | "float32";
type Rounding = Readonly<Record<TransformerId, number>>;

/** What is shipped has 8 bits: a quarter of the size, and faster. */
function fileOf(id: TransformerId, { weights }: TrainedTransformers, precision: Precision): Uint8Array | undefined {
  const trained = weights.get(id);
  return trained === undefined ? undefined : exportTransformer(trained, { precision });
}

function keptFile<Content>(content: Content | undefined): Content {
  if (content === undefined) throw new TypeError("A transformer is neither kept nor trained");
  return content;
}

function settingsOf({ train, kept }: TransformerPlan, rounding: Rounding): TransformersArtifact {
  const former = kept?.["transformers.json"];
  const { positions } = TRANSFORMER_SHAPE;
  const fresh = {
    bert: { positions, rounding: rounding.bert, labels: [...OUTCOME_LABELS], strongLabels: [0] },
    causal_llm: {
      positions,
      rounding: rounding.causal_llm,
      labels: [...QUALITY_LABELS] satisfies string[] as TransformersArtifact["causal_llm"]["labels"],
    },
  };
  return {
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    bert: former === undefined || train.includes("bert") ? fresh.bert : former.bert,
    causal_llm: former === undefined || train.includes("causal_llm") ? fresh.causal_llm : former.causal_llm,
  };
}
