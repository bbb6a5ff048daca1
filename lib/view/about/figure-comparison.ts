import type { BenchmarkId } from "@/lib/domain/benchmark";
import { ROUTER_IDS, ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { PUBLISHED_FIGURES, type PublishedRouter } from "@/lib/view/shared/published-figures";

/** APGR and CPTs (shares of strong calls, null where never reached). */
type ThresholdFigures = { readonly apgr: number; readonly cpt50: number | null; readonly cpt80: number | null };

/** On the full curve, as everywhere in the app, and on the 11 decile thresholds at which the paper reads. */
type MeasuredRouter = ThresholdFigures & { readonly deciles: ThresholdFigures };

/** What was measured here, by benchmark and router. */
export type MeasuredFigures = Readonly<Record<BenchmarkId, Readonly<Record<RouterId, MeasuredRouter>>>>;

/** The paper's routers by the name it gives them, and what they are called here. */
const PAPER_ROUTERS: readonly { readonly name: string; readonly id: string }[] = [
  { name: "SW ranking", id: "sw_ranking" },
  { name: "MF", id: "mf" },
  { name: "BERT", id: "bert" },
  { name: "Causal LLM", id: "causal_llm" },
];

/** One router's figures on one benchmark, side by side; null where one side has none. */
export type ComparedCell = { readonly published: PublishedRouter | null; readonly measured: MeasuredRouter | null };

export type ComparedRouter = {
  readonly label: string;
  readonly baseline: boolean;
  readonly cells: Readonly<Record<BenchmarkId, ComparedCell>>;
};

/** Every router of the paper and every router here, once each: the paper's first, then what only stands here. */
export function compareFigures(measured: MeasuredFigures): readonly ComparedRouter[] {
  const own = new Map<string, RouterId>(ROUTER_IDS.map((id) => [id, id]));
  const paper = PAPER_ROUTERS.map(({ name, id }) => ({ name, id: own.get(id) }));
  const others = ROUTER_IDS.filter((id) => !PAPER_ROUTERS.some((router) => router.id === id));
  return [...paper, ...others.map((id) => ({ name: null, id }))].map(({ name, id }) => {
    const cell = (benchmark: BenchmarkId): ComparedCell => ({
      published: PUBLISHED_FIGURES[benchmark].find((router) => router.name === name) ?? null,
      measured: id === undefined ? null : measured[benchmark][id],
    });
    return {
      label: id === undefined ? (name ?? "") : ROUTER_INFO[id].label,
      baseline: id !== undefined && ROUTER_INFO[id].baseline,
      cells: {
        mmlu: cell("mmlu"),
        "mmlu-audited": cell("mmlu-audited"),
        gsm8k: cell("gsm8k"),
        "mt-bench": cell("mt-bench"),
      },
    };
  });
}

/** How far the two ways of reading lie apart at most, in APGR. */
export function largestReadingGap(measured: MeasuredFigures): number {
  const gaps = Object.values(measured).flatMap((routers) =>
    Object.values(routers).map(({ apgr, deciles }) => Math.abs(apgr - deciles.apgr)),
  );
  return Math.max(0, ...gaps);
}

/**
 * Whether a figure measured here is better than the published one, in whichever way it is read. Areas are better the
 * larger, calls the fewer; a share that is never reached is worse than any.
 */
export function isBetter({ published, measured }: ComparedCell, figure: "apgr" | "cpt50" | "cpt80"): boolean {
  if (published === null || measured === null) return false;
  const paper = published[figure];
  return [measured[figure], measured.deciles[figure]].every(
    (here) => here !== null && (figure === "apgr" ? here > paper : here < paper),
  );
}
