import { createRandom } from "@/lib/math/seeded-random";
import { shuffle } from "@/lib/math/shuffle";

/** A prompt as token ids and the label probabilities to learn. */
export type TransformerExample = {
  /** At least one, at most the network's positions. */
  readonly tokens: readonly number[];
  readonly target: readonly number[];
};

/** Examples of about the same length, padded to one of a few lengths, so that each length is compiled once. */
export type TokenBatch = {
  readonly length: number;
  /** Rows that the network is compiled for; the last batch of a length may hold fewer examples. */
  readonly sequences: number;
  readonly examples: readonly TransformerExample[];
};

/** Lengths are multiples of this many tokens. */
const LENGTH_STEP = 16;

const SHORTEST_BATCH = 4;

/**
 * All examples once, in batches of about `tokensPerBatch` tokens; the same seed gives the same batches.
 * @param options.seed without it the examples keep their order.
 */
export function tokenBatches(
  examples: readonly TransformerExample[],
  options: { tokensPerBatch: number; seed?: number },
): TokenBatch[] {
  const order = examples.slice();
  const random = options.seed === undefined ? undefined : createRandom(options.seed);
  if (random !== undefined) shuffle(order, random);
  const open = new Map<number, TransformerExample[]>();
  const batches: TokenBatch[] = [];
  const close = (length: number, held: readonly TransformerExample[]) => {
    batches.push({ length, sequences: sequencesOf(length, options.tokensPerBatch), examples: held });
    open.delete(length);
  };
  for (const example of order) {
    const length = Math.ceil(example.tokens.length / LENGTH_STEP) * LENGTH_STEP;
    const held = [...(open.get(length) ?? []), example];
    open.set(length, held);
    if (held.length === sequencesOf(length, options.tokensPerBatch)) close(length, held);
  }
  for (const [length, held] of [...open].sort(([a], [b]) => a - b)) close(length, held);
  if (random !== undefined) shuffle(batches, random);
  return batches;
}

const sequencesOf = (length: number, tokensPerBatch: number): number =>
  Math.max(SHORTEST_BATCH, Math.round(tokensPerBatch / length));
