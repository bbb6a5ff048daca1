import { expect, it } from "vitest";
import { driftFinding, driftSinceFinding } from "./drift-finding";

const comparison = { with: "mmlu", stability: 0.312, share: 0.618, otherShare: 0.5, level: "different" } as const;

it("says what the shares are and what to do about them", () => {
  expect(driftFinding({ comparison, other: "MMLU" })).toBe(
    "These prompts are unlike MMLU (stability index 0.31): where 50.0\u00a0% of MMLU go to the strong model, 61.8\u00a0% of these prompts do. An α from there does not hold here; calibrate anew.",
  );
  expect(driftFinding({ comparison: { ...comparison, level: "moderate" }, other: "MMLU" })).toMatch(/differ somewhat/);
  expect(driftFinding({ comparison: { ...comparison, level: "same" }, other: "MMLU" })).toMatch(/much like MMLU/);
});

it("says what has become of an old α", () => {
  expect(driftSinceFinding(comparison, "last month")).toBe(
    "The traffic has changed: the α of last month now sends 61.8\u00a0% to the strong model, 11.8 points more than then. Calibrate anew.",
  );
  expect(driftSinceFinding({ ...comparison, share: 0.4, level: "moderate" }, "May")).toMatch(/10\.0 points fewer/);
  expect(driftSinceFinding({ ...comparison, share: 0.5, level: "same" }, "May")).toMatch(/still sends 50\.0/);
});
