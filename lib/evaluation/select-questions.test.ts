import { expect, it } from "vitest";
import { BROKEN_SUBJECT } from "@/lib/domain/benchmark";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { selectQuestions } from "./select-questions";

const winRates = [0.1, 0.2, 0.3, 0.4];
const columns = {
  categories: ["marketing", BROKEN_SUBJECT],
  ids: ["a", "b", "c", "d"],
  category: [0, 1, 0, 0],
  strong: [1, 1, 0, 1],
  weak: [0, 0, 0, 1],
  trained: [2],
  winRates: forEveryRouter(() => winRates),
};

it("leaves out what was trained on, and the broken subject only where audited", () => {
  const ids = (benchmark: "mmlu" | "mmlu-audited", rows: "all" | "held-out") =>
    selectQuestions(columns, { benchmark, rows }).ids.join("");
  expect(ids("mmlu", "held-out")).toBe("abd");
  expect(ids("mmlu", "all")).toBe("abcd");
  expect(ids("mmlu-audited", "held-out")).toBe("ad");
  expect(ids("mmlu-audited", "all")).toBe("acd");
});

it("keeps every column in step", () => {
  const kept = selectQuestions(columns, { benchmark: "mmlu-audited", rows: "all" });
  expect(kept.winRates.mf).toEqual([0.1, 0.3, 0.4]);
  expect(kept.strong).toEqual([1, 0, 1]);
  expect(kept.category).toEqual([0, 0, 0]);
  expect(kept.trained).toEqual([1]);
});
