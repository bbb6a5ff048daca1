import { expect, it } from "vitest";
import { createListedEmbedder, listedPrompts } from "@/lib/test/listed-embedder";
import { createFactorizationEmbedder, foldDifficulty } from "./factorization-embedder";

const embedding = { vector: Float64Array.of(1, 1, 0, 0, 2, -5, 0, 0), group: 0 };

it("folds difficulty into gain, 2 + .3·(−5), and leaves the embedding it was given alone", () => {
  expect(foldDifficulty(embedding)).toEqual({ vector: Float64Array.of(1, 1, 0, 0, 0.5, 0, 0, 0), group: 0 });
  expect(embedding.vector[5]).toBe(-5);
});

it("does nothing to the other gates, whose embeddings have neither", () => {
  const chat = { vector: Float64Array.of(1, 0, 0, 1, 0, 0, 0, 0.7), group: 2 };
  expect(foldDifficulty(chat)).toEqual(chat);
});

it("wraps an encoder: same dimensions, same order", async () => {
  const embeddings = [embedding, { vector: Float64Array.of(1, 0, 1, 0, 0, 0, 3, 0), group: 1 }];
  const embedder = createFactorizationEmbedder(createListedEmbedder(embeddings));
  expect(embedder.dimensions).toBe(8);
  expect(await embedder.embedBatch(listedPrompts(embeddings))).toEqual(embeddings.map(foldDifficulty));
});
