import { expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { analyseBenchmark } from "./analysis";
import { formatPin, parsePin, pinnedPoint, pinOf } from "./pin";

const analysis = analyseBenchmark(
  {
    benchmark: "gsm8k",
    strongModel: "s",
    weakModel: "w",
    publishedPoints: [],
    categories: ["maths"],
    ids: ["a", "b", "c", "d"],
    category: [0, 0, 0, 0],
    strong: [1, 1, 1, 0],
    weak: [0, 1, 0, 0],
    trained: [],
    winRates: forEveryRouter(() => [0.9, 0.7, 0.4, 0.2]),
  },
  "gsm8k",
);

it("comes back from the address as it was pinned, and is nothing else than a model's name", () => {
  const pin = pinOf("mf", 0.4123456);
  expect(formatPin(pin)).toBe("router-mf-0.41234");
  expect(parsePin(formatPin(pin))).toEqual(pin);
  expect(["router-gpt-0.5", "router-mf-7", "mf", ""].map(parsePin)).toEqual([null, null, null, null]);
});

it("decides by its own α, ties to strong even after rounding", () => {
  expect(pinnedPoint(analysis, pinOf("mf", 0.4))).toEqual({
    threshold: 0.4,
    strongShare: 0.75,
    score: 0.75,
    recovered: 1,
  });
  expect(pinnedPoint(analysis, pinOf("mf", 1))).toMatchObject({ strongShare: 0, recovered: 0 });
});
