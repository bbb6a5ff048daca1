import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SparseRow } from "@/lib/math/sparse-row";
import { BLOCK_SIZE, createNgramCounter, TEXT_COLUMNS, weighRow } from "./hashed-features";

const count = (prompt: string): SparseRow => createNgramCounter()(prompt);
const asMap = ({ columns, values }: SparseRow) => new Map(Array.from(columns, (column, at) => [column, values[at]]));
/** Word columns with their counts, ascending. */
const words = (prompt: string) => [...asMap(count(prompt))].filter(([column]) => column < BLOCK_SIZE).sort();
/** Counts of the character columns, ascending. */
const characterCounts = (prompt: string) =>
  [...asMap(count(prompt))].flatMap(([column, value]) => (column >= BLOCK_SIZE ? [value] : [])).sort();

/** MurmurHash3's finaliser in whole numbers of any size, apart from the code under test. */
function finalise(hash: bigint): number {
  const product = (value: bigint, factor: bigint) => BigInt.asUintN(32, value * factor);
  let mixed = hash ^ (hash >> 16n);
  mixed = product(mixed, 0x85ebca6bn);
  mixed ^= mixed >> 13n;
  mixed = product(mixed, 0xc2b2ae35n);
  return Number((mixed ^ (mixed >> 16n)) % BigInt(BLOCK_SIZE));
}

describe("createNgramCounter", () => {
  it("hashes by FNV-1a, whose published test vectors are 0xe40c292c for “a” and 0xbf9cf968 for “foobar”", () => {
    expect(words("a")).toEqual([[finalise(0xe40c292cn), 1]]);
    expect(words("foobar")).toEqual([[finalise(0xbf9cf968n), 1]]);
  });

  it("counts words and pairs of neighbours: “to be to be” is to ×2, be ×2, to-be ×2, be-to ×1", () => {
    const counts = words("to be to be").map(([, value]) => value);
    expect(counts.sort()).toEqual([1, 2, 2, 2]);
  });

  it("counts 3–5-grams within words with a blank on either side: “ab” is ␣ab, ab␣, ␣ab␣", () => {
    expect(characterCounts("a")).toEqual([1]); // ␣a␣
    expect(characterCounts("ab")).toEqual([1, 1, 1]);
    // ␣ab ␣abc ␣abc␣ abc abc␣ bc␣
    expect(characterCounts("abc")).toHaveLength(6);
    expect(characterCounts("ab ab")).toEqual([2, 2, 2]);
  });

  it("counts every position of a long word: n + 2 characters hold n 3-grams, n − 1 4-grams, n − 2 5-grams", () => {
    const total = characterCounts("abcdefghij").reduce<number>((sum, value) => sum + (value ?? 0), 0);
    expect(total).toBe(10 + 9 + 8);
  });

  it("sees a number's shape alone among the words: digits before the point, at most four, and whether there is one", () => {
    expect(words("7")).toEqual(words("3"));
    expect(words("12")).toEqual(words("98"));
    expect(words("12")).not.toEqual(words("7"));
    expect(words("3.14")).toEqual(words("2.5"));
    expect(words("3.14")).not.toEqual(words("3"));
    expect(words("1,234")).toEqual(words("5678"));
    expect(words("123456")).toEqual(words("1,000"));
  });

  it("knows no case, and tells punctuation apart character by character", () => {
    expect(asMap(count("HELLO World"))).toEqual(asMap(count("hello world")));
    expect(words("?!").map(([, value]) => value)).toEqual([1, 1, 1]); // ?, !, ?-!
    expect(words("?!")).not.toEqual(words("!?"));
  });

  it("reads 2,000 characters and no more", () => {
    const start = "word ".repeat(400);
    expect(start).toHaveLength(2000);
    expect(asMap(count(`${start}something else`))).toEqual(asMap(count(start)));
    expect(asMap(count(start.slice(0, -1)))).toEqual(asMap(count(start)));
    expect(asMap(count(`${start.slice(0, -2)}x`))).not.toEqual(asMap(count(start)));
  });

  it("gives nothing for nothing, and something finite for emoji, lone surrogates and null bytes", () => {
    expect(count("").columns).toHaveLength(0);
    expect(count(" \n\t").columns).toHaveLength(0);
    for (const prompt of ["😀", "\ud800", "\udc00\ud800", "\0", "مرحبا", "İ"]) {
      expect(count(prompt).columns.length, JSON.stringify(prompt)).toBeGreaterThan(0);
    }
  });

  it("keeps no residue: a counter that has served others gives what a new one gives, no column twice", () => {
    const counter = createNgramCounter();
    const unit = fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("a a a", "x".repeat(3000)));
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 4 }), (prompts) => {
        for (const prompt of prompts) {
          const row = counter(prompt);
          expect(asMap(row)).toEqual(asMap(count(prompt)));
          expect(new Set(row.columns).size).toBe(row.columns.length);
          expect(row.columns.every((column) => column < TEXT_COLUMNS)).toBe(true);
        }
      }),
    );
  });

  it("has room for the most n-grams that 2,000 characters can hold", () => {
    const prompt = Array.from({ length: 2000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)));
    const total = count(prompt.join("")).values.reduce((sum, value) => sum + value, 0);
    // 2,000 single characters, 1,999 pairs, and 2,000 + 1,999 + 1,998 character n-grams.
    expect(total).toBe(2000 + 1999 + 2000 + 1999 + 1998);
  });
});

describe("weighRow", () => {
  const row = (columns: readonly number[], values: readonly number[]): SparseRow => ({
    columns: Uint16Array.from(columns),
    values: Float32Array.from(values),
  });

  it("weighs (1 + ln tf)·idf and scales each block to length 1, by hand", () => {
    const idf = new Float32Array(TEXT_COLUMNS).fill(1);
    idf[1] = 3;
    idf[BLOCK_SIZE] = 5;
    const { values } = weighRow(row([0, 1, BLOCK_SIZE], [Math.E ** 3, 1, 7]), idf);
    // Words: (1 + 3)·1 = 4 and 1·3 = 3, length 5; the one character column is its whole block.
    expect(Array.from(values)).toEqual([expect.closeTo(0.8, 6), expect.closeTo(0.6, 6), expect.closeTo(1, 6)]);
  });

  it("makes each block that has anything in it one long, whatever the text", () => {
    const idf = Float32Array.from({ length: TEXT_COLUMNS }, (_, column) => 1 + (column % 7));
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (prompt) => {
        fc.pre(prompt.trim() !== "");
        const { columns, values } = weighRow(count(prompt), idf);
        const square = (inBlock: (column: number) => boolean) =>
          values.reduce((sum, value, at) => sum + (inBlock(columns[at] ?? 0) ? value * value : 0), 0);
        expect(square((column) => column < BLOCK_SIZE)).toBeCloseTo(1, 5);
        expect(square((column) => column >= BLOCK_SIZE)).toBeCloseTo(1, 5);
      }),
    );
  });

  it("leaves an empty row empty, and a row of unknown columns (idf 0) at 0, not NaN", () => {
    expect(weighRow(row([], []), new Float32Array(TEXT_COLUMNS)).values).toHaveLength(0);
    expect(Array.from(weighRow(row([3, BLOCK_SIZE + 1], [1, 2]), new Float32Array(TEXT_COLUMNS)).values)).toEqual([
      0, 0,
    ]);
  });
});

describe("a counter whose rows are reused", () => {
  it("counts what a fresh counter does, prompt after prompt", () => {
    const [count, again] = [createNgramCounter(), createNgramCounter({ isReused: true })];
    for (const prompt of ["a long prompt, and 12.5 words in it", "", "short", "word ".repeat(900), "short"]) {
      const { columns, values } = again(prompt);
      expect({ columns: [...columns], values: [...values] }).toEqual({
        columns: [...count(prompt).columns],
        values: [...count(prompt).values],
      });
    }
  });
});
