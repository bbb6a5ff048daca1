import { describe, expect, it } from "vitest";
import type { ExplanationPart } from "@/lib/domain/router-explanation";
import { summarizeLogOdds } from "./log-odds-summary";

const part = (group: ExplanationPart["group"], kind: ExplanationPart["kind"], value: number, name = "") => ({
  group,
  kind,
  name,
  value,
});

describe("summarizeLogOdds", () => {
  const summary = summarizeLogOdds([
    part("level", "constant", 0.5),
    part("preference", "words", 0.2),
    part("preference", "pieces", -0.1),
    part("preference", "hand", 0.3, "numbers"),
    part("preference", "constant", -0.4),
    part("demand", "hand", -0.5, "numbers"),
    part("demand", "hand", 0.1, "lines"),
    part("demand", "hand", 0, "quotes"),
    part("demand", "limit", -0.05),
    part("scale", "constant", 0.07),
  ]);

  it("sums by learned number, with the constants in the first row, and keeps the total", () => {
    expect(summary.rows.map(({ group, total }) => [group, Number(total.toFixed(9))])).toEqual([
      ["level", 0.1],
      ["preference", 0.4],
      ["demand", -0.45],
      ["scale", 0.07],
    ]);
    expect(summary.rows[1]).toMatchObject({ words: 0.2, pieces: -0.1, hand: 0.3, other: 0 });
    expect(summary.rows[2]?.other).toBe(-0.05);
    expect(summary.total).toBeCloseTo(0.12, 12);
  });

  it("adds a hand feature up over all rows, largest first, and leaves out what adds nothing", () => {
    expect(summary.features.map(({ name }) => name)).toEqual(["numbers", "lines"]);
    expect(summary.features[0]?.value).toBeCloseTo(-0.2, 12);
  });

  it("sums nothing up to 0", () => {
    expect(summarizeLogOdds([])).toEqual({ rows: [], features: [], total: 0 });
  });
});
