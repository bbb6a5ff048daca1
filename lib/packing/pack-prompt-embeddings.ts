import type { Embedding } from "@/lib/embeddings/embedder";
import { DIFFICULTY_COLUMN, embeddingOf, scoreColumn } from "@/lib/embeddings/gated-encoder";
import type { EmbeddedPrompts } from "@/lib/schemas/artifacts/prompt-embeddings-artifact";
import { decodeFloats, encodeFloats } from "@/lib/storage/base64-floats";

/** (n) embeddings of the text encoder as two numbers each: the other six follow from the group. */
export function packEmbeddings(embeddings: readonly Embedding[]): EmbeddedPrompts {
  const column = (name: string, value: (embedding: Embedding) => number | undefined) =>
    encodeFloats(
      embeddings.map((embedding) => value(embedding) ?? Number.NaN),
      name,
    );
  return {
    groups: embeddings.map(({ group }) => group),
    scores: column("scores", ({ vector, group }) => vector[scoreColumn(group)]),
    difficulties: column("difficulties", ({ vector }) => vector[DIFFICULTY_COLUMN]),
  };
}

/** Undoes `packEmbeddings`, up to the rounding to 32 bits. */
export function unpackEmbeddings({ groups, ...packed }: EmbeddedPrompts): Embedding[] {
  const floats = (parameter: "scores" | "difficulties") =>
    decodeFloats(packed[parameter], { count: groups.length, parameter });
  const [scores, difficulties] = [floats("scores"), floats("difficulties")];
  return groups.map((group, row) =>
    embeddingOf({ group, score: scores[row] ?? 0, difficulty: difficulties[row] ?? 0 }),
  );
}
