import type { RouterId } from "@/lib/domain/router-id";
import { quantile } from "@/lib/math/quantile";
import { type ExplainingRouter, isExplaining } from "@/lib/routers/explaining-router";
import type { Router } from "@/lib/routers/router";
import { EXAMPLE_PROMPTS } from "@/lib/view/playground/example-prompts";

/** Length of every benchmarked prompt, in characters. */
const PROMPT_CHARACTERS = 300;
/** Distinct prompts, so that no branch predictor or cache learns one by heart. */
const DISTINCT_PROMPTS = 200;
const WARM_UP_MS = 1_000;
const MEASURE_MS = 3_000;

/** Speed of one router in this process, one prompt a call, encoder included. */
export type RouterBench = {
  readonly promptsPerSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Memory of the whole process while it ran, in MB (10⁶ bytes): routers share encoder and runtime. */
  readonly residentMB: number;
  /** Time of one explanation; absent for a router that has none. */
  readonly explain?: { readonly p50Ms: number; readonly p95Ms: number };
};

/** Measures every router for a few seconds on prompts of 300 characters, cut from the project's own example prompts. */
export async function benchRouters(
  routers: ReadonlyMap<RouterId, Router>,
): Promise<Readonly<Partial<Record<RouterId, RouterBench>>>> {
  const prompts = benchPrompts();
  const results: Partial<Record<RouterId, RouterBench>> = {};
  for (const [id, router] of routers) {
    const score = (prompt: string) => router.scoreBatch([prompt]);
    await runFor(score, prompts, WARM_UP_MS);
    const times = await runFor(score, prompts, MEASURE_MS);
    const total = times.reduce((sum, time) => sum + time, 0);
    results[id] = {
      promptsPerSecond: Math.round((1000 * times.length) / total),
      p50Ms: round(quantile(times, 0.5)),
      p95Ms: round(quantile(times, 0.95)),
      residentMB: Math.round(process.memoryUsage().rss / 1e6),
      ...(isExplaining(router) ? { explain: await benchExplanation(router, prompts) } : {}),
    };
  }
  return results;
}

async function benchExplanation(router: ExplainingRouter, prompts: readonly string[]) {
  const explain = (prompt: string) => router.explain(prompt);
  await runFor(explain, prompts, WARM_UP_MS);
  const times = await runFor(explain, prompts, MEASURE_MS);
  return { p50Ms: round(quantile(times, 0.5)), p95Ms: round(quantile(times, 0.95)) };
}

function benchPrompts(): string[] {
  const text = EXAMPLE_PROMPTS.map(({ prompt }) => prompt).join("\n\n");
  const step = Math.max(1, Math.floor((text.length - PROMPT_CHARACTERS) / DISTINCT_PROMPTS));
  return Array.from({ length: DISTINCT_PROMPTS }, (_, index) =>
    text.slice(index * step, index * step + PROMPT_CHARACTERS),
  );
}

async function runFor(
  call: (prompt: string) => Promise<unknown>,
  prompts: readonly string[],
  milliseconds: number,
): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + milliseconds;
  for (let index = 0; performance.now() < end; index += 1) {
    const prompt = prompts[index % prompts.length] ?? "";
    const start = performance.now();
    await call(prompt);
    times.push(performance.now() - start);
  }
  return times;
}

const round = (milliseconds: number): number => Number(milliseconds.toFixed(4));
