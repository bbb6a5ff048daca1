import fc from "fast-check";
import { expect, it } from "vitest";
import { mean } from "@/lib/math/moments";
import { outcomeBins } from "./outcome-bins";
import { reliability } from "./reliability";

const rows = fc.array(
  fc.record({
    winRate: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(0.5)),
    strong: fc.constantFrom(0, 1),
    weak: fc.constantFrom(0, 1),
  }),
  { minLength: 1, maxLength: 80 },
);

it("counts every question once, in the bins of the reliability diagram, whose outcome is strong plus half the ties", () => {
  fc.assert(
    fc.property(rows, (questions) => {
      const column = (key: "winRate" | "strong" | "weak") => questions.map((question) => question[key]);
      const bins = outcomeBins({ winRates: column("winRate"), strong: column("strong"), weak: column("weak") });
      const outcomes = questions.map(({ strong, weak }) => 0.5 + 0.5 * (strong - weak));
      const diagram = reliability({ winRates: column("winRate"), outcomes }).bins;
      expect(bins).toHaveLength(diagram.length);
      bins.forEach(({ winRate, strong, tie, weak }, index) => {
        const count = strong + tie + weak;
        expect(count).toBe(diagram[index]?.count);
        expect((strong + tie / 2) / count).toBeCloseTo(diagram[index]?.observed ?? -1, 9);
        expect(winRate).toBeCloseTo(diagram[index]?.winRate ?? -1, 9);
      });
    }),
  );
});

it("takes scores of any unit: the better one wins, by however little", () => {
  const [bin, ...others] = outcomeBins({
    winRates: [0.4, 0.4, 0.4, 0.4],
    strong: [9, 8.5, 10, 1],
    weak: [8.5, 8.5, 3, 2],
  });
  expect(bin).toEqual({ winRate: mean([0.4, 0.4, 0.4, 0.4]), strong: 2, tie: 1, weak: 1 });
  expect(others).toEqual([]);
});
