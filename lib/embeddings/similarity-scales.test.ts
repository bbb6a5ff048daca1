import { expect, it } from "vitest";
import { createListedEmbedder, listedPrompts } from "@/lib/test/listed-embedder";
import { createSimilarityEmbedder, scaleForSimilarity } from "./similarity-scales";

const ones = { vector: new Float64Array(8).fill(1), group: 2 };

it("scales the columns by [0, .5, .5, .5, 1, .3, 1, 1] and leaves the embedding it was given alone", () => {
  expect(scaleForSimilarity(ones)).toEqual({ vector: Float64Array.of(0, 0.5, 0.5, 0.5, 1, 0.3, 1, 1), group: 2 });
  expect(ones.vector.every((value) => value === 1)).toBe(true);
});

it("wraps an encoder: same dimensions, same order", async () => {
  const embeddings = [ones, { vector: Float64Array.of(1, 2, 0, 0, -3, 10, 0, 4), group: 0 }];
  const embedder = createSimilarityEmbedder(createListedEmbedder(embeddings));
  expect(embedder.dimensions).toBe(8);
  expect(await embedder.embedBatch(listedPrompts(embeddings))).toEqual([
    scaleForSimilarity(ones),
    { vector: Float64Array.of(0, 1, 0, 0, -3, 3, 0, 4), group: 0 },
  ]);
});
