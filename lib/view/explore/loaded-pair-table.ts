import type { ModelPair } from "@/lib/domain/model-pair";
import type { PairTableId } from "@/lib/domain/pair-table";
import { readBit } from "@/lib/math/bit-set";
import { dequantize } from "@/lib/math/quantize";

/** Routers whose win rates no choice of a pair changes, and those that know models by name. */
type PairBlindRouter = "bert" | "causal_llm" | "length" | "random";
export type PairAwareRouter = "sw_ranking" | "mf";

type StrengthsFile = {
  readonly players: Readonly<Record<string, number>>;
  readonly playerCount: number;
  readonly step: number;
  readonly values: string;
  readonly scale: { readonly slope: number; readonly offset: number } | null;
};

/** The two files of a table, as lib/schemas/artifacts/pair-outcomes-artifact and pair-scores describe them. */
export type PairOutcomesFile = {
  readonly table: PairTableId;
  readonly source: string;
  readonly idPrefix: string;
  readonly ids: readonly string[];
  readonly categories: readonly string[];
  readonly category: readonly number[];
  readonly models: readonly { readonly name: string; readonly canonical: string }[];
  readonly correct: string;
  readonly asked: string | null;
};

export type PairScoresFile = {
  readonly table: PairTableId;
  readonly weights: string;
  readonly pair: ModelPair;
  readonly rows: readonly number[];
  readonly left: { readonly trained: number; readonly copies: number };
  readonly winRates: Readonly<Record<PairBlindRouter, string>>;
  readonly strengths: Readonly<Record<PairAwareRouter, StrengthsFile>>;
};

/** What a router that knows models by name makes of k questions. */
export type Strengths = Omit<StrengthsFile, "step" | "values"> & {
  /** (k × playerCount) log-odds, row-major. */
  readonly values: Float64Array;
};

/** An outcome of a model that was not asked. */
export const NOT_ASKED = 255;

export type PairModel = {
  readonly name: string;
  readonly canonical: string;
  /** (k) 1 right, 0 wrong, NOT_ASKED. */
  readonly outcomes: Uint8Array;
  /** Share of right answers among the questions it was asked. */
  readonly score: number;
};

/** The k questions of a table that no router learned from: what every model and every router makes of them. */
export type PairTable = {
  readonly id: PairTableId;
  readonly source: string;
  readonly weights: string;
  /** The pair that the routers were trained for, by canonical name. */
  readonly trainedPair: ModelPair;
  readonly left: PairScoresFile["left"];
  readonly ids: readonly string[];
  readonly categories: readonly string[];
  readonly category: Uint16Array;
  /** By descending score. */
  readonly models: readonly PairModel[];
  readonly winRates: Readonly<Record<PairBlindRouter, Float64Array>>;
  readonly strengths: Readonly<Record<PairAwareRouter, Strengths>>;
};

const toBytes = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** 32-bit floats, little-endian whatever the machine. */
function toFloats(base64: string): Float64Array {
  const bytes = toBytes(base64);
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: bytes.length / 4 }, (_, index) => view.getFloat32(index * 4, true));
}

function toStrengths({ step, values, ...file }: StrengthsFile): Strengths {
  const bytes = toBytes(values);
  const view = new DataView(bytes.buffer);
  const steps = Int16Array.from({ length: bytes.length / 2 }, (_, index) => view.getInt16(index * 2, true));
  return { ...file, values: dequantize({ step, values: steps }) };
}

/** The two files of a table as columns over the questions that count. */
export function pairTable(outcomes: PairOutcomesFile, scores: PairScoresFile): PairTable {
  const { rows } = scores;
  const questions = outcomes.ids.length;
  const correct = toBytes(outcomes.correct);
  const asked = outcomes.asked === null ? null : toBytes(outcomes.asked);
  const models = outcomes.models.map(({ name, canonical }, model): PairModel => {
    const column = Uint8Array.from(rows, (row) => {
      const flag = model * questions + row;
      if (asked !== null && !readBit(asked, flag)) return NOT_ASKED;
      return readBit(correct, flag) ? 1 : 0;
    });
    const answered = column.filter((outcome) => outcome !== NOT_ASKED);
    const right = answered.filter((outcome) => outcome === 1).length;
    return { name, canonical, outcomes: column, score: answered.length === 0 ? 0 : right / answered.length };
  });
  const { bert, causal_llm, length, random } = scores.winRates;
  return {
    id: outcomes.table,
    source: outcomes.source,
    weights: scores.weights,
    trainedPair: scores.pair,
    left: scores.left,
    ids: rows.map((row) => `${outcomes.idPrefix}${outcomes.ids[row] ?? ""}`),
    categories: outcomes.categories,
    category: Uint16Array.from(rows, (row) => outcomes.category[row] ?? 0),
    models: models.sort((left, right) => right.score - left.score),
    winRates: {
      bert: toFloats(bert),
      causal_llm: toFloats(causal_llm),
      length: toFloats(length),
      random: toFloats(random),
    },
    strengths: { sw_ranking: toStrengths(scores.strengths.sw_ranking), mf: toStrengths(scores.strengths.mf) },
  };
}
