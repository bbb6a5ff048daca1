import { describe, expect, it } from "vitest";
import { toThreshold } from "@/lib/domain/threshold";
import { judge } from "@/lib/view/shared/verdict";
import { EXAMPLE_PROMPTS } from "./example-prompts";
import { nearestOtherWay } from "./nearest-other-way";

const [first, second, third] = EXAMPLE_PROMPTS.map(({ id }) => id);
const examples = [
  { id: "gone since", similarity: 0.95, winRates: { mf: 0.2 } },
  { id: first ?? "", similarity: 0.9, winRates: { mf: 0.8 } },
  { id: second ?? "", similarity: 0.8, winRates: {} },
  { id: third ?? "", similarity: 0.7, winRates: { mf: 0.5 } },
];
const verdict = (winRate: number, alpha: number) =>
  judge({ routerId: "mf", winRate, percentile: 0.5, flipShare: 0.5 }, toThreshold(alpha));

describe("nearestOtherWay", () => {
  it("skips examples that go the same way, that were not scored, or that are no examples any more", () => {
    expect(nearestOtherWay(examples, verdict(0.9, 0.6))).toMatchObject({ example: { id: third }, winRate: 0.5 });
    expect(nearestOtherWay(examples, verdict(0.1, 0.6))).toMatchObject({ example: { id: first }, similarity: 0.9 });
  });

  it("follows α: a tie goes to strong", () => {
    expect(nearestOtherWay(examples, verdict(0.1, 0.5))?.example.id).toBe(first);
    expect(nearestOtherWay(examples, verdict(0.9, 0.5))).toBeUndefined();
  });
});
