import { expect, it } from "vitest";
import { refusalInWords } from "./offer-words";

const VIEW = { routerLabel: "Matrix factorization", benchmarkLabel: "GSM8K", targetShare: 0.5 };

it("says what an α without a name would do on chat prompts, and why", () => {
  expect(refusalInWords({ name: null, because: "benchmark", chatShare: 0.0312 }, VIEW)).toBe(
    "On chat prompts this α sends 3.1\u00a0% to the strong model, not 50.0\u00a0%: it is calibrated on questions of GSM8K, which are no chat prompts. So it gets no model name.",
  );
  expect(refusalInWords({ name: null, because: "pair", chatShare: 1 }, VIEW)).toContain("sends 100.0\u00a0%");
  expect(refusalInWords({ name: null, because: "pair", chatShare: 1 }, VIEW)).toContain("another pair of models");
  expect(refusalInWords({ name: null, because: "router", chatShare: null }, VIEW)).toContain("in place of Matrix");
});
