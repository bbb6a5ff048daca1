import { toWinRate } from "@/lib/domain/win-rate";
import { stringHash } from "@/lib/math/string-hash";
import type { Router } from "./router";

const SEED_HIGH = 0x52616e64;
const SEED_LOW = 0x6f6d3031;
const TWO_TO_32 = 2 ** 32;
const TWO_TO_21 = 2 ** 21;

/**
 * Baseline: a uniform draw in [0, 1) that is decided by the prompt's text alone, so that a prompt scores the same today
 * and tomorrow, here and on the benchmark. 53 bits from two hashes; other `seed`s give unrelated draws.
 */
export function createRandomRouter({ seed = 0 }: { readonly seed?: number } = {}): Router {
  const draw = (prompt: string): number =>
    (stringHash(prompt, SEED_HIGH ^ seed) + (stringHash(prompt, SEED_LOW ^ seed) >>> 11) / TWO_TO_21) / TWO_TO_32;
  return {
    id: "random",
    async scoreBatch(prompts) {
      return prompts.map((prompt) => toWinRate(draw(prompt)));
    },
  };
}
