import { describe, expect, it } from "vitest";
import type { BlindVote } from "@/lib/schemas/web/blind-vote";
import { outcomeOf } from "./vote-outcome";

const fields: Omit<BlindVote, "mode" | "policyOfA" | "choiceOfA" | "vote"> = {
  ...{ id: "1", time: "2026-01-01T00:00:00.000Z", threshold: 0.5, winRate: 0.6, simulated: true },
  router: "mf",
  ...{ prompt: "p", answers: { a: "x", b: "y" }, models: { a: "m/1", b: "m/2" } },
};

const models = (choiceOfA: "strong" | "weak", vote: BlindVote["vote"]): BlindVote => ({
  ...{ ...fields, mode: "models", choiceOfA, vote },
});
const policies = (policyOfA: "router" | "random", vote: BlindVote["vote"]): BlindVote => ({
  ...{ ...fields, mode: "policies", choiceOfA: "weak", policyOfA, vote },
});

describe("outcomeOf", () => {
  it.each([
    [models("strong", "a"), "first"],
    [models("strong", "b"), "second"],
    [models("weak", "a"), "second"],
    [models("weak", "b"), "first"],
    [policies("router", "a"), "first"],
    [policies("router", "b"), "second"],
    [policies("random", "a"), "second"],
    [policies("random", "b"), "first"],
    [models("weak", "tie"), "tie"],
    [policies("router", "both_bad"), "both_bad"],
  ] as const)("%#", (vote, outcome) => {
    expect(outcomeOf(vote)).toBe(outcome);
  });
});
