import { describe, expect, it } from "vitest";
import { createRemoteEmbedder } from "./remote-embedder";

const create = (embed: (texts: readonly string[]) => readonly (readonly number[])[]) =>
  createRemoteEmbedder({ embed: async (texts) => embed(texts), dimensions: 2, source: "openai/e" });

describe("createRemoteEmbedder", () => {
  it("asks for 64 prompts a call and keeps their order", async () => {
    const sizes: number[] = [];
    const embedder = create((texts) => {
      sizes.push(texts.length);
      return texts.map((text) => [Number(text), 1]);
    });
    const embeddings = await embedder.embedBatch(Array.from({ length: 150 }, (_, index) => String(index)));
    expect(sizes).toEqual([64, 64, 22]);
    expect(embeddings.map(({ vector }) => vector[0])).toEqual(Array.from({ length: 150 }, (_, index) => index));
    expect(await embedder.embedBatch([])).toEqual([]);
    expect(sizes).toHaveLength(3);
  });

  it("refuses embeddings of another model, of another number, and numbers that are none", async () => {
    await expect(create(() => [[1, 2, 3]]).embedBatch(["a"])).rejects.toThrow(
      "openai/e gives embeddings of 3 numbers, but the checkpoint was trained on 2",
    );
    await expect(create(() => []).embedBatch(["a"])).rejects.toThrow("gave 0 embeddings for 1 prompts");
    await expect(create(() => [[1, Number.NaN]]).embedBatch(["a"])).rejects.toThrow("not finite");
  });
});
