import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Vote } from "@/lib/schemas/web/vote";
import { toUsableVote, voteUse } from "./usable-votes";

const CONNECTED = { strong: "openai/large", weak: "openai/small" };
const vote = (change: Partial<Vote>): Vote => ({
  ...{ id: "1", mode: "models", router: "mf", threshold: 0.5, winRate: 0.5, prompt: "p", answerA: "a", answerB: "b" },
  ...{ modelA: CONNECTED.strong, modelB: CONNECTED.weak, winner: "model_a", savedAt: "", simulated: false, ...change },
});

describe("usable votes", () => {
  it("say how strong fared, whichever side it stood on", () => {
    const swapped = { modelA: CONNECTED.weak, modelB: CONNECTED.strong };
    const outcomes = (["model_a", "model_b", "tie", "tie (bothbad)"] as const).map((winner) => [
      toUsableVote(vote({ winner }), CONNECTED)?.outcome,
      toUsableVote(vote({ winner, ...swapped }), CONNECTED)?.outcome,
    ]);
    expect(outcomes).toEqual([
      [1, 0],
      [0, 1],
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
  });

  it("are never on simulated answers, whatever else is said of them", () => {
    const model = fc.constantFrom("openai/large", "openai/small", "simulated/strong", "simulated/weak", "else/where");
    const pair = fc.record({ strong: model, weak: model });
    fc.assert(
      fc.property(
        model,
        model,
        fc.boolean(),
        fc.option(pair, { nil: undefined }),
        (modelA, modelB, simulated, connected) => {
          const usable = toUsableVote(vote({ modelA, modelB, simulated }), connected);
          const madeUp = simulated || `${modelA} ${modelB}`.includes("simulated/");
          if (madeUp) expect(usable).toBeUndefined();
          expect(voteUse({ modelA, modelB, simulated }, connected) === "simulated").toBe(madeUp);
          if (modelA === modelB || connected === undefined) expect(usable).toBeUndefined();
        },
      ),
      { seed: 5 },
    );
  });
});
