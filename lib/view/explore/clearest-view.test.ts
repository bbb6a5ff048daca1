import { expect, it } from "vitest";
import { type ApgrFigures, clearestView } from "./clearest-view";

const router = (apgr: number, half: number) => ({
  full: { apgr },
  apgrInterval: [apgr - half, apgr + half] as const,
});
const benchmark = (mf: number, half: number) => ({
  routers: {
    mf: router(mf, half),
    sw_ranking: router(0.55, half),
    bert: router(0.54, half),
    causal_llm: router(0.53, half),
    length: router(0.9, 0.001),
    random: router(0.5, half),
  },
});

it("weighs the distance from random against its uncertainty, and looks at learned routers only", () => {
  const figures: ApgrFigures = {
    mmlu: benchmark(0.6, 0.02),
    "mmlu-audited": benchmark(0.62, 0.02),
    gsm8k: benchmark(0.6, 0.05),
    "mt-bench": benchmark(0.76, 0.12),
  };
  expect(clearestView(figures)).toEqual({ router: "mf", benchmark: "mmlu-audited" });
});
