import type { SparseRow } from "./sparse-row";

/** Bits of a sketch: the cosine read off two of them is within about 0.05. */
export const SKETCH_BITS = 1024;

const WORDS = SKETCH_BITS / 32;

/** 32 pseudo-random bits for a column and a word of the sketch (murmur3's finaliser). */
function bitsOf(column: number, word: number): number {
  let mixed = Math.imul(column * WORDS + word + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * On which side of 1024 fixed random planes a sparse vector lies: enough to tell its angle to others, and nothing of what
 * it was made from.
 * @returns (1024 / 32) words; of a zero vector, zeros.
 */
export function signSketch({ columns, values }: SparseRow): Uint32Array {
  const sketch = new Uint32Array(WORDS);
  const sums = new Float64Array(32);
  for (let word = 0; word < WORDS; word++) {
    sums.fill(0);
    for (let index = 0; index < columns.length; index++) {
      const bits = bitsOf(columns[index] ?? 0, word);
      const value = values[index] ?? 0;
      for (let bit = 0; bit < 32; bit++) sums[bit] = (sums[bit] ?? 0) + ((bits >>> bit) & 1 ? value : -value);
    }
    let packed = 0;
    for (let bit = 0; bit < 32; bit++) if ((sums[bit] ?? 0) > 0) packed |= 1 << bit;
    sketch[word] = packed;
  }
  return sketch;
}

function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Cosines of one sketch with each of many: cos(π · share of bits that differ).
 * @param sketches (n × words) one after another.
 * @returns (n)
 */
export function sketchCosines(sketch: Uint32Array, sketches: Uint32Array): Float64Array {
  return Float64Array.from({ length: sketches.length / WORDS }, (_, row) => {
    let different = 0;
    for (let word = 0; word < WORDS; word++) {
      different += countBits((sketch[word] ?? 0) ^ (sketches[row * WORDS + word] ?? 0));
    }
    return Math.cos((Math.PI * different) / SKETCH_BITS);
  });
}
