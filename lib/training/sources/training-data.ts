import type { Battle } from "@/lib/domain/battle";
import type { GoldenRow } from "@/lib/domain/golden-row";
import type { ModelPair } from "@/lib/domain/model-pair";
import type { WrittenPrompt } from "@/lib/training/written-prompts/written-prompts";

/** A golden table: every row was put to (nearly) all of the same models. */
export type GoldenTable = { readonly name: string; readonly rows: readonly GoldenRow[] };

/** A question that the pair itself answered, with the subject it belongs to. */
export type PairRow = {
  /** The benchmark's own. */
  readonly id: string;
  readonly prompt: string;
  readonly subject: string;
  /** Scores in [0, 1]. */
  readonly strong: number;
  readonly weak: number;
};

/** Everything that training may see, cleaned of benchmark questions. */
export type TrainingData = {
  readonly pair: ModelPair;
  readonly tables: readonly GoldenTable[];
  /** Judged battles by source. */
  readonly battles: ReadonlyMap<string, readonly Battle[]>;
  readonly pairRows: readonly PairRow[];
  /** Prompts labelled by their authors. */
  readonly written: readonly WrittenPrompt[];
};
