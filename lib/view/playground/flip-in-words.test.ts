import { describe, expect, it } from "vitest";
import { toThreshold } from "@/lib/domain/threshold";
import { judge } from "@/lib/view/shared/verdict";
import { flipInWords } from "./flip-in-words";

const at = (flipShare: number | null) =>
  judge({ routerId: "mf", winRate: 0.6, percentile: flipShare === null ? null : 0.4, flipShare }, toThreshold(0.7));

describe("flipInWords", () => {
  it("names the α and the target share at which the prompt changes sides, and how things stand", () => {
    expect(flipInWords(at(0.38))).toBe(
      "It goes to the strong model as long as α is at most its win rate, 0.6000, which is so from a target share of 38\u00a0% on; α is 0.7000 now, so it goes to the weak model.",
    );
  });

  it("says so where no target share moves α, or every one sends it to strong", () => {
    expect(flipInWords(at(null))).toMatch(/goes to the weak model, whatever the target share\.$/);
    expect(flipInWords(at(0))).toContain("0.6000, at any target share;");
  });
});
