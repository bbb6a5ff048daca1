import { describe, expect, it } from "vitest";
import type { PairRow } from "@/lib/training/sources/training-data";
import { smoothSubjectGains } from "./smooth-subject-gains";

const row = (subject: string, gain: number): PairRow => ({
  id: subject,
  prompt: subject,
  subject,
  strong: gain > 0 ? 1 : 0,
  weak: gain < 0 ? 1 : 0,
});
const rows = [...[1, 1, 0, 0].map((gain) => row("law", gain)), ...[1, -1, 0, 0].map((gain) => row("art", gain))];

describe("smoothSubjectGains", () => {
  it("agrees with a pencil: prior .3 + .1·difficulty, so (2 + 300·.3) / 304 and (0 + 300·.2) / 304", () => {
    // n = 8, Σx = −4, Σx² + 8 = 12, Σy = 2, Σxy = 0: determinant 80, slope 8/80, intercept 24/80.
    const gains = smoothSubjectGains({ rows, difficulty: [0, 0, 0, 0, -1, -1, -1, -1] });
    expect(gains.get("law")).toBeCloseTo(92 / 304, 12);
    expect(gains.get("art")).toBeCloseTo(60 / 304, 12);
    expect(gains.size).toBe(2);
  });

  it("takes the mean of a subject's difficulty, in whatever order its rows come", () => {
    const mixed = [0, 4, 1, 5, 2, 6, 3, 7].flatMap((index) => rows[index] ?? []);
    const gains = smoothSubjectGains({ rows: mixed, difficulty: [-0.5, -2, 0.5, 0, 1, -1, -1, -1] });
    expect(gains.get("law")).toBeCloseTo(92 / 304, 12);
    expect(gains.get("art")).toBeCloseTo(60 / 304, 12);
  });

  it("lets gain grow no further beyond a mean difficulty of .8", () => {
    const gains = (law: number) => smoothSubjectGains({ rows, difficulty: [law, law, law, law, -1, -1, -1, -1] });
    expect(gains(5)).toEqual(gains(0.8));
    expect(gains(0.8).get("law")).not.toBeCloseTo(gains(0.5).get("law") ?? 0, 4);
  });

  it("follows a subject's own mean where it has very many rows", () => {
    const many = [
      ...Array.from({ length: 9000 }, () => row("law", 1)),
      ...Array.from({ length: 9000 }, () => row("art", 0)),
    ];
    const gains = smoothSubjectGains({ rows: many, difficulty: many.map(() => 0) });
    // (9000 + 300·.5) / 9300 and (0 + 300·.5) / 9300.
    expect(gains.get("law")).toBeCloseTo(9150 / 9300, 9);
    expect(gains.get("art")).toBeCloseTo(150 / 9300, 9);
  });

  it("knows the one subject's mean where there is but one, and nothing of nothing", () => {
    expect(smoothSubjectGains({ rows: rows.slice(0, 4), difficulty: [0, 0, 0, 0] }).get("law")).toBeCloseTo(0.5, 12);
    expect(smoothSubjectGains({ rows: [], difficulty: [] }).size).toBe(0);
  });
});
