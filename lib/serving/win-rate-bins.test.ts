import { expect, it } from "vitest";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { loadAboutData } from "@/lib/pages/about/about-data";
import { winRateParts } from "@/lib/view/shared/win-rate-parts";
import { readWinRateBins } from "./win-rate-bins";

it("counts the held-out questions of the audited MMLU, most of which are ties", async () => {
  const [bins, { ties, questions }] = await Promise.all([readWinRateBins(), loadAboutData()]);
  for (const router of ROUTER_IDS) {
    const total = { strong: 0, tie: 0, weak: 0 };
    for (const bin of bins[router]) for (const key of ["strong", "tie", "weak"] as const) total[key] += bin[key];
    expect(total.strong + total.tie + total.weak).toBe(questions["mmlu-audited"]);
    expect(Math.abs(total.tie / questions["mmlu-audited"] - ties)).toBeLessThan(0.02);
  }
  // A board that reads .57 as 57 % is told otherwise.
  const parts = winRateParts(bins.mf, 0.57);
  expect(parts?.strong).toBeLessThan(35);
  expect(parts?.tie).toBeGreaterThan(55);
});
