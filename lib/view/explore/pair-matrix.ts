import type { ModelPair } from "@/lib/domain/model-pair";
import type { RouterId } from "@/lib/domain/router-id";
import { type PairFigure, pairGapRecovered } from "@/lib/evaluation/pair-gap-recovered";
import { rankQuestions } from "@/lib/evaluation/rank-questions";
import { mean } from "@/lib/math/moments";
import { NOT_ASKED, type PairTable } from "./loaded-pair-table";
import { isPairAware, playerWinRates, rankingPlayers } from "./pair-win-rates";

/** Gaps within so many standard errors of 0 are not told from none. */
const CERTAIN = 1.96;

/** One pair of a matrix: the model with the higher score is strong. */
export type MatrixCell = PairFigure & {
  /** Places in the table's models. */
  readonly strong: number;
  readonly weak: number;
  /** The two score too much alike for any routing between them to be measured. */
  readonly close: boolean;
};

export type PairMatrix = {
  /** Every pair once, by strong, then by weak. */
  readonly cells: readonly MatrixCell[];
  /** Of the pairs that are not close: how many, their mean APGR, and the share of them above ½. */
  readonly measured: number;
  readonly meanApgr: number;
  readonly aboveHalf: number;
};

/** APGR of one router over every pair of a table's models: where routing works, and where there is nothing to route. */
export function pairMatrix(table: PairTable, router: RouterId): PairMatrix {
  const none = table.ids.map(() => 0);
  const rank = (winRates: ArrayLike<number>) => rankQuestions({ winRates, strong: none, weak: none });
  const rankings = new Map<string, ReturnType<typeof rank>>();
  /** Pairs of the same two players share their order of the questions. */
  const rankingOf = (pair: ModelPair) => {
    const players = isPairAware(router) ? rankingPlayers(table, router, pair) : { strong: 0, weak: 0 };
    const key = `${players.strong} ${players.weak}`;
    const known = rankings.get(key);
    if (known !== undefined) return known;
    const ranking = rank(
      isPairAware(router) ? playerWinRates(table.strengths[router], players) : table.winRates[router],
    );
    rankings.set(key, ranking);
    return ranking;
  };
  const columns = table.models.map(({ outcomes }) =>
    Float64Array.from(outcomes, (outcome) => (outcome === NOT_ASKED ? Number.NaN : outcome)),
  );
  const cells = table.models.flatMap((a, strong) =>
    table.models.slice(strong + 1).map((b, offset): MatrixCell => {
      const weak = strong + 1 + offset;
      const figure = pairGapRecovered({
        ranking: rankingOf({ strong: a.canonical, weak: b.canonical }),
        strong: columns[strong] ?? [],
        weak: columns[weak] ?? [],
      });
      return { ...figure, strong, weak, close: !(figure.gap > CERTAIN * figure.gapError) };
    }),
  );
  const far = cells.flatMap(({ close, apgr }) => (close || apgr === null ? [] : apgr));
  return {
    cells,
    measured: far.length,
    meanApgr: mean(far),
    aboveHalf: mean(far.map((apgr) => (apgr > 0.5 ? 1 : 0))),
  };
}
