import { describe, expect, it } from "vitest";
import type { RouterId } from "@/lib/domain/router-id";
import { toThreshold } from "@/lib/domain/threshold";
import type { Verdict } from "@/lib/view/shared/verdict";
import { verdictsInWords } from "./verdicts-in-words";

const verdict = (routerId: RouterId, margin: number, flipShare: number | null): Verdict => ({
  routerId,
  winRate: 0.6 + margin,
  threshold: toThreshold(0.6),
  choice: margin >= 0 ? "strong" : "weak",
  margin,
  percentile: 0.5,
  flipShare,
});

/** With ordinary spaces, for reading. */
const words = (verdicts: readonly Verdict[], strongShare = 0.5): string =>
  verdictsInWords({ verdicts, strongShare }).replaceAll("\u00a0", " ");

describe("verdictsInWords", () => {
  it("names who is short, by how much, and where it flips", () => {
    expect(words([verdict("sw_ranking", -0.0131, 0.57), verdict("mf", 0.0212, 0.43)])).toBe(
      "The learned routers disagree: Matrix factorization is 0.0212 above its α and SW ranking is 0.0131 short of its α. " +
        "SW ranking would flip to strong at 57 % strong calls.",
    );
  });

  it("of four, describes the one that stands alone", () => {
    const three = [verdict("sw_ranking", 0.1, 0.3), verdict("mf", 0.02, 0.4), verdict("causal_llm", 0.01, 0.45)];
    expect(words([...three, verdict("bert", -0.05, 0.57)])).toBe(
      "3 of 4 learned routers say strong: BERT is 0.0500 short of its α and would flip to strong at 57 % strong calls.",
    );
    const others = three.map((each) => ({ ...each, choice: "weak" as const, margin: -each.margin }));
    expect(words([...others, verdict("bert", 0.05, 0.4)])).toBe(
      "1 of 4 learned routers says strong: BERT is 0.0500 above its α and turns weak below 40 % strong calls.",
    );
  });

  it("of two against two, names who says strong and the closest call", () => {
    const strong = [verdict("sw_ranking", 0.1, 0.3), verdict("causal_llm", 0.02, 0.4)];
    expect(words([...strong, verdict("mf", -0.01, 0.52), verdict("bert", -0.05, 0.57)])).toBe(
      "2 of 4 learned routers say strong: SW ranking and Causal LLM. The closest call: Matrix factorization is 0.0100 " +
        "short of its α and would flip to strong at 52 % strong calls.",
    );
  });

  it("names the closest call where all agree", () => {
    expect(words([verdict("sw_ranking", 0.09, 0.3), verdict("mf", 0.14, 0.2)])).toBe(
      "Both learned routers say strong. The closest call: SW ranking is 0.0900 above its α and turns weak below 30 % strong calls.",
    );
    expect(words([verdict("sw_ranking", -0.09, 0.7), verdict("mf", -0.00004, 0.51)])).toBe(
      "Both learned routers say weak. The closest call: Matrix factorization is less than 0.0001 short of its α " +
        "and would flip to strong at 51 % strong calls.",
    );
  });

  it("sets prompt length against the learned ones and leaves random out", () => {
    const learned = [verdict("sw_ranking", 0.09, 0.3), verdict("mf", 0.14, 0.2)];
    expect(words([...learned, verdict("length", -0.1, 0.9), verdict("random", 0.3, 0.1)])).toMatch(
      /Prompt length alone would say weak instead\.$/,
    );
    expect(words([...learned, verdict("length", 0.1, 0.4)])).toMatch(/Prompt length alone would say strong\.$/);
  });

  it("says that at the ends the win rate does not matter", () => {
    const both = [verdict("sw_ranking", -0.4, 0.7), verdict("mf", -0.4, 0.7)];
    expect(words(both, 0)).toContain("every prompt goes to the weak model");
    expect(words(both, 1)).toContain("every prompt goes to the strong model");
  });

  it("speaks of a fixed α as fixed, and makes no promise for it at the ends", () => {
    const mixed = [verdict("sw_ranking", 0.09, 0.3), verdict("mf", -0.02, null)];
    expect(words(mixed)).toContain("Matrix factorization keeps to its fixed α at any target share.");
    expect(words(mixed, 0)).not.toContain("every prompt");
    expect(words(mixed, 1)).not.toContain("every prompt");
  });

  it("still speaks with one learned router or none", () => {
    expect(words([verdict("mf", 0.1, 0.3)])).toBe(
      "Matrix factorization says strong: it turns weak below 30 % strong calls.",
    );
    expect(words([])).toBe("No learned router has scored this prompt.");
  });
});
