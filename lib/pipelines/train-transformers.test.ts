import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RoutingError } from "@/lib/domain/routing-error";
import { openEncoder } from "@/lib/inference/open-transformer";
import { readTokenizer } from "@/lib/inference/read-tokenizer";
import { createSessionPool } from "@/lib/inference/session-pool";
import { exportTransformer } from "@/lib/onnx/export-transformer";
import { createBertRouter } from "@/lib/routers/bert-router";
import type { TaughtPrompt } from "@/lib/training/transformer/teach-prompts";
import { TRANSFORMER_SCHEDULE, TRANSFORMER_SHAPE } from "@/lib/training/transformer/transformer-recipe";
import { trainTransformers } from "./train-transformers";

/** Prompts of which one word says how hard they are. */
const PROMPTS: readonly TaughtPrompt[] = Array.from({ length: 320 }, (_, place) => ({
  prompt: `${place % 2 === 0 ? "prove" : "greet"} number ${place % 7} of ${place % 11}`,
  score: place % 2 === 0 ? 1 : -1,
  use: place % 10 === 9 || place % 10 === 8 ? "stop early" : "learn",
}));
const SCHEDULE = { ...TRANSFORMER_SCHEDULE, epochs: 12, learningRate: 1e-2, warmupSteps: 2, stepsPerLook: 8 };
const refuse = (problem: string) =>
  new RoutingError({ code: "artifact_unusable", parameter: "file", message: `file ${problem}` });

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-transformers-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("trainTransformers", () => {
  it("trains in a process of its own what, exported to 8 bits, ranks prompts as the teacher does", async () => {
    const shares: number[] = [];
    const { tokenizer, weights } = await trainTransformers({
      ids: ["bert"],
      prompts: PROMPTS,
      schedule: SCHEDULE,
      seed: 1,
      stateDirectory: folder,
      report: (share) => shares.push(share),
    });
    const trained = weights.get("bert");
    if (trained === undefined) throw new TypeError("nothing was trained");
    const win = async (precision: "int8" | "float32") => {
      const model = await openEncoder({
        pool: createSessionPool(),
        reader: readTokenizer(tokenizer, refuse),
        file: { name: precision, bytes: exportTransformer(trained, { precision }) },
        positions: TRANSFORMER_SHAPE.positions,
        labels: 3,
        refuse,
      });
      return createBertRouter({ model }).scoreBatch(["prove number 3 of 8", "greet number 3 of 8"]);
    };
    const [hard = 0, easy = 1] = await win("int8");
    expect(hard).toBeGreaterThan(easy + 0.2);
    const [exact = 0] = await win("float32");
    expect(Math.abs(hard - exact)).toBeLessThan(0.01);
    expect(shares.at(-1)).toBe(1);
    // What an interruption would have gone on from is gone once it is done.
    expect(await readdir(folder)).toEqual([]);
  }, 180_000);
});
