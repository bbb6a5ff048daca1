import { expect, it } from "vitest";
import { calibrationTable } from "@/lib/calibration/calibration-table";
import { createRandom } from "@/lib/math/seeded-random";
import { heldOutFinding, narrowRangeFinding, reachableFinding } from "./held-out-finding";

const sampleOf = (winRates: readonly number[], isHeldOut = (row: number) => row % 5 === 0) => ({
  table: calibrationTable({ winRates, tokens: winRates, heldOut: isHeldOut }),
  rows: winRates.length,
  heldOut: winRates.filter((_, row) => isHeldOut(row)).length,
});
const evenly = (rows: number) => sampleOf(Array.from({ length: rows }, createRandom(5)));

it("calls a check passed only where it could have failed", () => {
  expect(heldOutFinding(evenly(30), 500)).toMatch(
    /^Too few prompts to check: \d+\.\d\u00a0% of the 6 held-out prompts go to the strong model, but so few prove little\. A check that would notice a share 10 points off takes about 1,\d{3} prompts\.$/,
  );
  expect(heldOutFinding(evenly(3000), 500)).toMatch(
    /^Check passed: \d+\.\d\u00a0% of the 600 held-out prompts .* 10 points off would have failed it in at least 4 of 5 cases\.$/,
  );
});

it("owns up to a check that failed, to none held out, and to nothing to check", () => {
  const sample = evenly(500);
  const off = { ...sample, table: { ...sample.table, heldOutShares: sample.table.heldOutShares.map(() => 0.99) } };
  expect(heldOutFinding(off, 500)).toMatch(/^Look closer: 99\.0/);
  expect(heldOutFinding({ ...sample, heldOut: 0 }, 500)).toMatch(/^Too few prompts to hold some out\./);
  expect(heldOutFinding(sample, 1000)).toMatch(/every prompt to the strong model/);
  expect(heldOutFinding(sample, 0)).toMatch(/every prompt to the weak model/);
});

it("says how many prompts a range of five points takes, as long as they are not there", () => {
  expect(narrowRangeFinding(evenly(30), 500)).toMatch(
    /^A range of ±5 points at this share takes about 2,\d{3} prompts; these are 30\.$/,
  );
  expect(narrowRangeFinding(evenly(6000), 500)).toBeUndefined();
});

it("says the target and the share that is reached where win rates tie", () => {
  const tied = sampleOf([...new Array<number>(60).fill(0.5), ...new Array<number>(40).fill(0.4)], () => false);
  expect(reachableFinding(tied, { step: 500, strongShare: 0.5 })).toContain(
    "no α sends 50.0\u00a0% of the 100 prompts it is calibrated on to the strong model. This one sends 60.0\u00a0%",
  );
  expect(reachableFinding(tied, { step: 600, strongShare: 0.6 })).toBeUndefined();
  expect(reachableFinding(evenly(500), { step: 333, strongShare: 0.333 })).toBeUndefined();
});
