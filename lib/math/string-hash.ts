const C1 = 0xcc9e2d51;
const C2 = 0x1b873593;

const rotateLeft = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

const mixBlock = (block: number): number => Math.imul(rotateLeft(Math.imul(block, C1), 15), C2);

/**
 * Seeded 32-bit hash of a string: MurmurHash3 (x86, 32 bits) of its UTF-16 code units, two little-endian bytes each.
 * Any string hashes, lone surrogates included, and equal strings hash alike on every machine.
 *
 * @returns an integer in [0, 2³²).
 */
export function stringHash(text: string, seed: number): number {
  let hash = seed | 0;
  const pairs = text.length >>> 1;
  for (let pair = 0; pair < pairs; pair++) {
    const block = text.charCodeAt(2 * pair) | (text.charCodeAt(2 * pair + 1) << 16);
    hash = (Math.imul(rotateLeft(hash ^ mixBlock(block), 13), 5) + 0xe6546b64) | 0;
  }
  if (text.length % 2 === 1) hash ^= mixBlock(text.charCodeAt(text.length - 1));
  hash ^= 2 * text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
