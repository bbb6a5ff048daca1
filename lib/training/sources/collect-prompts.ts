import type { Embedding } from "@/lib/embeddings/embedder";

const sameVector = (a: Float64Array, b: Float64Array): boolean => a.every((value, index) => value === b[index]);

/** FNV-1a over the bytes of the vector, started from the group. */
function hashEmbedding({ vector, group }: Embedding): number {
  let hash = 0x811c9dc5 ^ group;
  for (const word of new Uint32Array(vector.slice().buffer)) {
    hash = Math.imul(hash ^ (word & 0xffff), 0x01000193);
    hash = Math.imul(hash ^ (word >>> 16), 0x01000193);
  }
  return hash;
}

/**
 * Finds the distinct embeddings (same group, bit-equal vector), so that what is known of one prompt is kept once.
 * @returns `unique`: ordered by group, then by first appearance; `indices`: (n) place in `unique` of each input.
 */
export function collectPrompts(embeddings: readonly Embedding[]): {
  readonly unique: readonly Embedding[];
  readonly indices: readonly number[];
} {
  type Found = { readonly embedding: Embedding; place: number };
  const buckets = new Map<number, Found[]>();
  const found: Found[] = [];
  const each = embeddings.map((embedding) => {
    const hash = hashEmbedding(embedding);
    const bucket = buckets.get(hash) ?? [];
    buckets.set(hash, bucket);
    const known = bucket.find(
      (entry) => entry.embedding.group === embedding.group && sameVector(entry.embedding.vector, embedding.vector),
    );
    if (known) return known;
    const entry = { embedding, place: 0 };
    bucket.push(entry);
    found.push(entry);
    return entry;
  });
  found.sort((left, right) => left.embedding.group - right.embedding.group);
  found.forEach((entry, place) => {
    entry.place = place;
  });
  return { unique: found.map(({ embedding }) => embedding), indices: each.map(({ place }) => place) };
}
