import { describe, expect, it } from "vitest";
import type { TransformerKind, TransformerShape } from "@/lib/domain/transformer-weights";
import { createRandom } from "@/lib/math/seeded-random";
import { fitTransformer, type TransformerProgress, type TransformerState } from "./fit-transformer";
import type { TransformerExample } from "./token-batches";

const SHAPE: TransformerShape = { vocabulary: 16, width: 8, heads: 2, layers: 1, inner: 16, positions: 16 };
const SCHEDULE = {
  epochs: 6,
  tokensPerBatch: 256,
  learningRate: 0.02,
  warmupSteps: 4,
  tokenDropout: 0.1,
  stepsPerLook: 6,
  patience: 3,
};
const ENCODER: TransformerKind = { kind: "encoder", labels: 3 };

/** Sequences in which token 9 says "strong wins" and token 10 "weak wins", among noise. */
function made(count: number, seed: number, labels: (isStrong: boolean) => number[]): TransformerExample[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const isStrong = random() < 0.5;
    const noise = Array.from({ length: 3 + Math.floor(random() * 9) }, () => 6 + Math.floor(random() * 3));
    noise[Math.floor(random() * noise.length)] = isStrong ? 9 : 10;
    return { tokens: noise, target: labels(isStrong) };
  });
}

const outcome = (isStrong: boolean) => (isStrong ? [0.9, 0.05, 0.05] : [0.05, 0.05, 0.9]);
const quality = (isStrong: boolean) => (isStrong ? [0.6, 0.3, 0.1, 0, 0] : [0, 0, 0.1, 0.3, 0.6]);
/** Cross-entropy of the labels with themselves: no fit can be below. */
const entropy = (labels: readonly number[]) => -labels.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0);

async function learn(options: Partial<Parameters<typeof fitTransformer>[0]> = {}) {
  const seen: TransformerProgress[] = [];
  const weights = await fitTransformer({
    shape: SHAPE,
    model: ENCODER,
    schedule: SCHEDULE,
    examples: made(400, 1, outcome),
    held: made(60, 2, outcome),
    seed: 5,
    report: (progress) => seen.push(progress),
    ...options,
  });
  return { weights, seen, losses: seen.flatMap(({ heldLoss }) => heldLoss ?? []) };
}

describe("fitTransformer", () => {
  it.each([
    ["encoder", ENCODER, outcome],
    ["decoder", { kind: "decoder", labelTokens: [1, 2, 3, 4, 5] }, quality],
  ] as const)("learns a rule that a word gives away, on held-out prompts (%s)", async (_, model, labels) => {
    const { losses } = await learn({ model, examples: made(400, 1, labels), held: made(60, 2, labels) });
    expect(losses.at(-1)).toBeLessThan(entropy(labels(true)) + 0.15);
  });

  it("gives the same weights for the same seed, others for another", async () => {
    const [first, second, other] = [await learn(), await learn(), await learn({ seed: 6 })];
    expect(second.weights).toEqual(first.weights);
    expect(other.weights).not.toEqual(first.weights);
  });

  it("goes on from a state that was kept as if it had never stopped", async () => {
    let kept: TransformerState | undefined;
    const whole = await learn({
      keep: async (state) => {
        if (kept === undefined && state.step >= 12) kept = structuredClone(state);
      },
    });
    expect(kept?.step).toBe(12);
    const resumed = await learn({ resume: kept });
    expect(resumed.weights).toEqual(whole.weights);
    expect(resumed.seen[0]?.step).toBe(13);
  });

  it("ends early when held-out examples stop improving, with the best weights it had", async () => {
    const nonsense = made(60, 3, () => outcome(true)).map((example, place) => ({
      ...example,
      target: outcome(place % 2 === 0),
    }));
    const { seen, losses } = await learn({
      held: nonsense,
      schedule: { ...SCHEDULE, epochs: 40, patience: 2, stepsPerLook: 2 },
    });
    expect(seen.at(-1)?.step).toBeLessThan(seen.at(-1)?.steps ?? 0);
    expect(Math.min(...losses)).toBeLessThan(losses.at(-1) ?? 0);
  });
});
