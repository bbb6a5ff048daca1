import { expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { analyseBenchmark } from "./analysis";
import { questionCard } from "./question-card";

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
    winRates: { ...forEveryRouter(() => [0.9, 0.7, 0.7, 0.2]), length: [0.1, 0.2, 0.3, 0.4] },
  },
  "gsm8k",
);
const thresholds = forEveryRouter(() => 0.5);

it("asks every router about one question, each at its own α", () => {
  const card = questionCard(analysis, "b", { ...thresholds, bert: 0.7, causal_llm: 0.8 });
  expect(card).toMatchObject({ id: "b", category: "maths", strong: 1, weak: 1 });
  expect(card?.opinions.map(({ router }) => router)).toEqual([...ROUTER_IDS]);
  const of = (id: string) => card?.opinions.find(({ router }) => router === id);
  expect(of("mf")).toEqual({
    ...{ router: "mf", winRate: 0.7, threshold: 0.5, choice: "strong", verdict: "wasted" },
    // Two questions share the second place from the top: both are called from three quarters on.
    callShare: 0.75,
  });
  expect(of("bert")).toMatchObject({ choice: "strong" });
  expect(of("causal_llm")).toMatchObject({ choice: "weak", verdict: "fitting" });
  expect(of("length")).toMatchObject({ choice: "weak", callShare: 0.75 });
});

it("knows nothing of a question that is not there", () => {
  expect(questionCard(analysis, "z", thresholds)).toBeNull();
});
