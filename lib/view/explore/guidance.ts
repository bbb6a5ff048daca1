import { BENCHMARK_INFO, type BenchmarkId } from "@/lib/domain/benchmark";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { formatBytes, formatCount, formatDuration, formatMilliseconds } from "@/lib/view/shared/format";

/** What was measured of one router; every sentence of the guidance follows from these figures. */
export type RouterFacts = {
  readonly router: RouterId;
  /** Of scoring one prompt. */
  readonly p95Ms: number;
  readonly promptsPerSecond: number;
  /** Of all files it needs to score a prompt. */
  readonly bytes: number;
  /** Of training it anew from a data folder, on two cores. */
  readonly trainingSeconds: number;
  readonly quality: Readonly<
    Record<BenchmarkId, { readonly apgr: number; readonly interval: readonly [number, number] }>
  >;
};

/** What to take if this one thing decides, and the figures that say so. */
export type Advice = { readonly constraint: string; readonly routers: readonly RouterId[]; readonly because: string };

/** The domains that were measured, by the benchmark that stands for each. */
const DOMAINS: readonly { readonly benchmark: BenchmarkId; readonly label: string }[] = [
  { benchmark: "mmlu-audited", label: "Exam questions" },
  { benchmark: "gsm8k", label: "Word problems" },
  { benchmark: "mt-bench", label: "Chat" },
];

const nameOf = (router: RouterId): string => ROUTER_INFO[router].label;
const isLearned = ({ router }: RouterFacts): boolean => !ROUTER_INFO[router].baseline;

/** The facts with the lowest `read`, and the runner-up. */
function lowest(facts: readonly RouterFacts[], read: (fact: RouterFacts) => number) {
  const [first, second] = facts.toSorted((left, right) => read(left) - read(right));
  return { first, second };
}

/**
 * One domain: routers whose APGR lies inside the best one's 95 % interval are not told apart from it; of these the fastest
 * is named first, because nothing measured speaks for a slower one.
 */
function qualityAdvice(facts: readonly RouterFacts[], { benchmark, label }: (typeof DOMAINS)[number]): Advice[] {
  const learned = facts.filter(isLearned);
  const { first: best } = lowest(learned, (fact) => -fact.quality[benchmark].apgr);
  if (best === undefined) return [];
  const { apgr, interval } = best.quality[benchmark];
  const level = learned
    .filter((fact) => fact.quality[benchmark].apgr >= interval[0])
    .sort((left, right) => left.p95Ms - right.p95Ms);
  const length = facts.find(({ router }) => router === "length")?.quality[benchmark].apgr ?? Number.NaN;
  const tie =
    level.length === 1
      ? "no other learned router comes within that interval"
      : `${level.length} learned routers lie within that interval, the fastest of them first`;
  const baseline =
    length >= interval[0]
      ? `prompt length alone does as well (${length.toFixed(3)}), so nothing learned is worth paying for here`
      : `prompt length alone reaches ${length.toFixed(3)}`;
  return [
    {
      constraint: `${label} (${BENCHMARK_INFO[benchmark].label}) must be answered well`,
      routers: length >= interval[0] ? ["length"] : level.map(({ router }) => router),
      because: `${nameOf(best.router)} has the highest APGR, ${apgr.toFixed(3)} [${interval[0].toFixed(3)}, ${interval[1].toFixed(3)}]; ${tie}; ${baseline}.`,
    },
  ];
}

/**
 * Which router for which constraint, from the measured figures alone: other figures, other advice.
 * @param facts one a router.
 * @param data what training read.
 */
export function routerGuidance(
  facts: readonly RouterFacts[],
  data: { readonly rows: number; readonly sets: number },
): readonly Advice[] {
  const learned = facts.filter(isLearned);
  const fast = lowest(learned, (fact) => fact.p95Ms);
  const small = lowest(learned, (fact) => fact.bytes);
  const quick = Math.min(...learned.map(({ trainingSeconds }) => trainingSeconds));
  const slow = Math.max(...learned.map(({ trainingSeconds }) => trainingSeconds));
  const advice: Advice[] = [];
  if (fast.first !== undefined && fast.second !== undefined) {
    advice.push({
      constraint: "A decision must take as little time as possible",
      routers: [fast.first.router],
      because: `${formatMilliseconds(fast.first.p95Ms)} for 95 of 100 prompts and ${formatCount(fast.first.promptsPerSecond)} prompts a second; the next, ${nameOf(fast.second.router)}, takes ${formatMilliseconds(fast.second.p95Ms)}.`,
    });
  }
  if (small.first !== undefined && small.second !== undefined) {
    advice.push({
      constraint: "Memory is short",
      routers: [small.first.router],
      because: `Its files take ${formatBytes(small.first.bytes)}; the next, ${nameOf(small.second.router)}, takes ${formatBytes(small.second.bytes)}.`,
    });
  }
  advice.push(...DOMAINS.flatMap((domain) => qualityAdvice(facts, domain)));
  if (learned.length > 0) {
    advice.push({
      constraint: "It must learn from data of your own, again and again",
      routers: learned.filter(({ trainingSeconds }) => trainingSeconds === quick).map(({ router }) => router),
      because: `Trained anew in ${formatDuration(quick)} from ${formatCount(data.rows)} rows of ${data.sets} sets; the slowest takes ${formatDuration(slow)}.`,
    });
  }
  return advice;
}
