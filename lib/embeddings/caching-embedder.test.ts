import { expect, it, vi } from "vitest";
import { createCachingEmbedder } from "./caching-embedder";

function countingEncoder() {
  const embedBatch = vi.fn(async (prompts: readonly string[]) =>
    prompts.map((prompt) => ({ vector: Float64Array.of(prompt.length), group: 0 })),
  );
  return { embedBatch, embedder: createCachingEmbedder({ dimensions: 1, embedBatch }) };
}

it("encodes one prompt, and one batch, once for all that ask one after another", async () => {
  const { embedBatch, embedder } = countingEncoder();
  const first = await embedder.embedBatch(["abc"]);
  expect(await embedder.embedBatch(["abc"])).toBe(first);
  const batch = ["a", "bb"];
  await embedder.embedBatch(batch);
  expect((await embedder.embedBatch(batch)).map(({ vector }) => [...vector])).toEqual([[1], [2]]);
  expect(embedBatch).toHaveBeenCalledTimes(2);
});

it("takes nothing else for the same: other texts, and batches of as many", async () => {
  const { embedder } = countingEncoder();
  await embedder.embedBatch(["a", "bb"]);
  const other = await embedder.embedBatch(["ccc", "d"]);
  expect(other.map(({ vector }) => [...vector])).toEqual([[3], [1]]);
  expect((await embedder.embedBatch(["eeee"]))[0]?.vector).toEqual(Float64Array.of(4));
});

it("keeps nothing of what failed", async () => {
  const { embedBatch, embedder } = countingEncoder();
  embedBatch.mockRejectedValueOnce(new Error("not now"));
  await expect(embedder.embedBatch(["a"])).rejects.toThrow("not now");
  expect(await embedder.embedBatch(["a"])).toHaveLength(1);
});
