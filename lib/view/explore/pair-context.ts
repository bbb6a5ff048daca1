import type { ModelPair } from "@/lib/domain/model-pair";
import type { RouterId } from "@/lib/domain/router-id";
import type { PairTable } from "./loaded-pair-table";
import type { PairKnowledge } from "./pair-win-rates";

/** What is known of the pair behind an analysis, where it is not the paper's. */
export type PairContext = {
  readonly table: PairTable;
  /** By the table's own names. */
  readonly pair: ModelPair;
  /** Why it is not the pair that was asked for; null where it is. */
  readonly problem: string | null;
  readonly knowledge: Readonly<Record<RouterId, PairKnowledge>>;
  /** 95 % bootstrap intervals of APGR; NaN where the two models score the same. */
  readonly intervals: Readonly<Record<RouterId, readonly [number, number]>>;
  readonly resamples: number;
  /** Standard error of the gap between the two models' scores, over the choice of questions. */
  readonly gapError: number;
  /** Questions left out because one of the two was not asked. */
  readonly notAsked: number;
};
