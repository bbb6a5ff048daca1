import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { ModelPair } from "@/lib/domain/model-pair";
import { PAIR_TABLE_INFO } from "@/lib/domain/pair-table";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { gapRecoveredIntervals } from "@/lib/evaluation/gap-recovered-intervals";
import { rankQuestions } from "@/lib/evaluation/rank-questions";
import { deviation } from "@/lib/math/moments";
import { quoted, unusableInWords } from "@/lib/view/shared/address-problem";
import { analyseTable, type BenchmarkAnalysis } from "./analysis";
import { pairAsked, pairInWords } from "./linked-pair";
import { NOT_ASKED, type PairModel, type PairTable } from "./loaded-pair-table";
import type { PairContext } from "./pair-context";
import { pairKnowledge, pairWinRates } from "./pair-win-rates";
import type { QuestionTable } from "./question-table";

/** Enough for an interval that is read to two decimals, and a tenth of a second in a browser. */
const RESAMPLES = 200;

type ResolvedPair = { readonly strong: PairModel; readonly weak: PairModel; readonly problem: string | null };

/** The pair's two models; where a name is unknown or stands twice, those of the table's own pair, and why. */
function resolvePair(table: PairTable, wanted: ModelPair): ResolvedPair {
  const find = (name: string) => table.models.find((model) => model.name === name);
  const [a, b] = [find(wanted.strong), find(wanted.weak)];
  if (a !== undefined && b !== undefined && a !== b) return { strong: a, weak: b, problem: null };
  const standard = PAIR_TABLE_INFO[table.id].pair;
  const [best, worst] = [table.models[0], table.models.at(-1)];
  const [c, d] = [find(standard.strong) ?? best, find(standard.weak) ?? worst];
  if (c === undefined || d === undefined) throw new Error(`The table ${table.id} holds no two models.`);
  const missing = [a === undefined ? wanted.strong : null, b === undefined ? wanted.weak : null]
    .filter((name) => name !== null)
    .map(quoted);
  const { label } = PAIR_TABLE_INFO[table.id];
  const but =
    missing.length === 0 ? "a model is no pair with itself" : `${label} has no outcomes of ${missing.join(" and ")}`;
  const shown = `${pairInWords({ strong: c.name, weak: d.name })} is shown`;
  return { strong: c, weak: d, problem: unusableInWords({ says: pairAsked(wanted), but, shown }) };
}

/** S/√n of the gains. */
function gapErrorOf({ strong, weak }: QuestionTable): number {
  const gains = strong.map((score, row) => score - (weak[row] ?? 0));
  return deviation(gains) / Math.sqrt(Math.max(1, gains.length - 1));
}

/** Everything about one pair of models of a table that no slider changes, in the shape of a benchmark's analysis. */
export function analysePair(table: PairTable, wanted: ModelPair): BenchmarkAnalysis & { readonly pair: PairContext } {
  const { strong, weak, problem } = resolvePair(table, wanted);
  const canonical = { strong: strong.canonical, weak: weak.canonical };
  const rows = table.ids.flatMap((_, row) =>
    strong.outcomes[row] === NOT_ASKED || weak.outcomes[row] === NOT_ASKED ? [] : [row],
  );
  const winRates = pairWinRates(table, canonical);
  const pick = (column: ArrayLike<number>) => Float64Array.from(rows, (row) => column[row] ?? Number.NaN);
  const questions: QuestionTable = {
    benchmark: table.id,
    strongModel: strong.name,
    weakModel: weak.name,
    questions: rows.length,
    ids: rows.map((row) => table.ids[row] ?? ""),
    categories: table.categories,
    category: Uint16Array.from(rows, (row) => table.category[row] ?? 0),
    strong: pick(strong.outcomes),
    weak: pick(weak.outcomes),
    winRates: forEveryRouter((router) => pick(winRates[router])),
    publishedPoints: [],
  };
  const rankings = ROUTER_IDS.map((router) =>
    rankQuestions({ winRates: questions.winRates[router], strong: questions.strong, weak: questions.weak }),
  );
  const intervals = gapRecoveredIntervals(rankings, RESAMPLES);
  return {
    ...analyseTable(questions),
    pair: {
      table,
      pair: { strong: strong.name, weak: weak.name },
      problem,
      knowledge: pairKnowledge(table, canonical),
      intervals: forEveryRouter((router) => intervals[ROUTER_IDS.indexOf(router)] ?? [Number.NaN, Number.NaN]),
      resamples: RESAMPLES,
      gapError: gapErrorOf(questions),
      notAsked: table.ids.length - rows.length,
    },
  };
}
