import { expect, it } from "vitest";
import { savingAgainstRandom, savingAgainstStrong } from "./savings";

it("gives the paper's savings from the paper's shares", () => {
  // MT-Bench, MF with judge data 13.40 % where random needs 49.03 %; MMLU, SW with gold 35.40 % against 50.07 %.
  expect(savingAgainstRandom({ recovered: 0.4903, strongShare: 0.134 })).toBeCloseTo(3.66, 2);
  expect(savingAgainstRandom({ recovered: 0.5007, strongShare: 0.354 })).toBeCloseTo(1.41, 2);
});

it("counts what weak calls cost against always-strong", () => {
  expect(savingAgainstStrong({ strongShare: 0.25, strongCost: 10, weakCost: 0 })).toBe(4);
  expect(savingAgainstStrong({ strongShare: 0.5, strongCost: 24.7, weakCost: 0.24 })).toBeCloseTo(24.7 / 12.47, 12);
  expect(savingAgainstStrong({ strongShare: 0, strongCost: 24.7, weakCost: 0.24 })).toBeCloseTo(102.9, 1);
});

it("has no figure without a share or without a cost", () => {
  expect(savingAgainstRandom({ recovered: 0.5, strongShare: null })).toBeNull();
  expect(savingAgainstRandom({ recovered: 0.5, strongShare: 0 })).toBeNull();
  expect(savingAgainstStrong({ strongShare: null, strongCost: 1, weakCost: 1 })).toBeNull();
  expect(savingAgainstStrong({ strongShare: 0, strongCost: 1, weakCost: 0 })).toBeNull();
});
