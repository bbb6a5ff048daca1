import { BENCHMARK_IDS, type BenchmarkId } from "@/lib/domain/benchmark";
import { ROUTER_IDS, ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";

/** What is read of the figures artifact: APGR and its 95 % interval for every benchmark and router. */
export type ApgrFigures = Readonly<
  Record<
    BenchmarkId,
    {
      readonly routers: Readonly<
        Record<RouterId, { readonly full: { readonly apgr: number }; readonly apgrInterval: readonly [number, number] }>
      >;
    }
  >
>;

/**
 * The learned router and benchmark whose curve stands out most clearly from random's straight line: the largest
 * distance of APGR from one half, in units of its own uncertainty (half the width of the 95 % interval).
 */
export function clearestView(figures: ApgrFigures): { readonly router: RouterId; readonly benchmark: BenchmarkId } {
  const candidates = BENCHMARK_IDS.flatMap((benchmark) =>
    ROUTER_IDS.filter((router) => !ROUTER_INFO[router].baseline).map((router) => {
      const { full, apgrInterval } = figures[benchmark].routers[router];
      const halfWidth = Math.max((apgrInterval[1] - apgrInterval[0]) / 2, Number.EPSILON);
      return { router, benchmark, clarity: (full.apgr - 0.5) / halfWidth };
    }),
  );
  const { router, benchmark } = candidates.reduce((best, candidate) =>
    candidate.clarity > best.clarity ? candidate : best,
  );
  return { router, benchmark };
}
