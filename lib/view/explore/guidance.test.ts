import { expect, it } from "vitest";
import type { RouterId } from "@/lib/domain/router-id";
import { type RouterFacts, routerGuidance } from "./guidance";

const quality = (apgr: number) => ({ apgr, interval: [apgr - 0.02, apgr + 0.02] as const });
const facts = (router: RouterId, apgr: number, other: Partial<RouterFacts> = {}): RouterFacts => ({
  ...{ router, p95Ms: 1, promptsPerSecond: 1000, bytes: 1e6, trainingSeconds: 50 },
  quality: { mmlu: quality(apgr), "mmlu-audited": quality(apgr), gsm8k: quality(apgr), "mt-bench": quality(apgr) },
  ...other,
});
const routers = [
  facts("sw_ranking", 0.62, { p95Ms: 2 }),
  facts("mf", 0.61, { p95Ms: 0.5, bytes: 2e6 }),
  facts("bert", 0.58, { p95Ms: 3, bytes: 4e5, trainingSeconds: 1500 }),
  facts("length", 0.55, { p95Ms: 0.01, bytes: 80 }),
  facts("random", 0.5, { p95Ms: 0.01, bytes: 0 }),
];
const advise = (given: readonly RouterFacts[], about: RegExp) =>
  routerGuidance(given, { rows: 1000, sets: 2 }).find(({ constraint }) => about.test(constraint));

it("takes the fastest and the smallest of the learned routers: a baseline is no answer", () => {
  expect(advise(routers, /time/)).toMatchObject({ routers: ["mf"], because: expect.stringContaining("SW ranking") });
  expect(advise(routers, /Memory/)).toMatchObject({
    routers: ["bert"],
    because: expect.stringContaining("0.40\u00a0MB"),
  });
});

it("takes the fastest of those that the interval does not tell from the best, whatever is best by a hair", () => {
  expect(advise(routers, /Chat/)?.routers).toEqual(["mf", "sw_ranking"]);
  const clear = routers.map((fact) =>
    fact.router === "bert" ? { ...fact, quality: facts("bert", 0.7).quality } : fact,
  );
  expect(advise(clear, /Chat/)).toMatchObject({ routers: ["bert"], because: expect.stringContaining("no other") });
});

it("says so where prompt length alone does as well", () => {
  const level = routers.map((fact) =>
    fact.router === "length" ? { ...fact, quality: facts("length", 0.615).quality } : fact,
  );
  expect(advise(level, /Word problems/)).toMatchObject({
    routers: ["length"],
    because: expect.stringContaining("prompt length alone does as well (0.615)"),
  });
});

it("takes those that are trained soonest where training is repeated", () => {
  expect(advise(routers, /data of your own/)).toEqual({
    constraint: "It must learn from data of your own, again and again",
    routers: ["sw_ranking", "mf"],
    because: "Trained anew in 50\u00a0s from 1,000 rows of 2 sets; the slowest takes 25\u00a0min.",
  });
});
