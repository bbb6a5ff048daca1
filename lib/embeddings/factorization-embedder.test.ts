import { expect, it } from "vitest";
import { createListedEmbedder, listedPrompts } from "@/lib/test/listed-embedder";
import { createFactorizationEmbedder } from "./factorization-embedder";

it("leaves the difficulty column out and all others as they are, in order, and its encoder's embeddings alone", async () => {
  const embeddings = [
    { vector: Float64Array.of(1, 1, 0, 0, 2, -5, 0, 0), group: 0 },
    { vector: Float64Array.of(1, 0, 1, 0, 0, 0, 3, 0), group: 1 },
    { vector: Float64Array.of(1, 0, 0, 1, 0, 0, 0, 0.7), group: 2 },
  ];
  const embedder = createFactorizationEmbedder(createListedEmbedder(embeddings));
  expect(embedder.dimensions).toBe(8);
  expect(await embedder.embedBatch(listedPrompts(embeddings))).toEqual([
    { vector: Float64Array.of(1, 1, 0, 0, 2, 0, 0, 0), group: 0 },
    ...embeddings.slice(1),
  ]);
  expect(embeddings[0]?.vector[5]).toBe(-5);
});
