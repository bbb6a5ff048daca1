import { expect, it } from "vitest";
import { decodeChunkScores, encodeChunkScores, encodedBytes } from "./chunk-scores";

const SCORES = {
  tokens: Uint32Array.of(3, 70_000),
  winRates: new Map([
    ["mf", Float32Array.of(0.25, 1)],
    ["random", Float32Array.of(0, 0.1)],
  ] as const),
};

it("gives back what was put in, in 4 bytes a number and 4 for their count", () => {
  const bytes = encodeChunkScores(SCORES);
  expect(bytes.byteLength).toBe(4 + 4 * 2 * 3);
  expect(bytes.byteLength).toBe(encodedBytes({ rows: 2, routers: 2 }));
  expect([...bytes.slice(0, 8)]).toEqual([2, 0, 0, 0, 3, 0, 0, 0]);
  expect(decodeChunkScores(bytes, ["mf", "random"])).toEqual(SCORES);
});

it("reads bytes wherever they begin", () => {
  const shifted = Uint8Array.of(9, ...encodeChunkScores(SCORES)).subarray(1);
  expect(decodeChunkScores(shifted, ["mf", "random"])).toEqual(SCORES);
});

it("takes bytes that are cut off, too long, or of another number of routers for none", () => {
  const bytes = encodeChunkScores(SCORES);
  for (const length of [0, 3, 4, bytes.length - 1]) {
    expect(decodeChunkScores(bytes.subarray(0, length), ["mf", "random"])).toBeUndefined();
  }
  expect(decodeChunkScores(Uint8Array.of(...bytes, 0), ["mf", "random"])).toBeUndefined();
  expect(decodeChunkScores(bytes, ["mf"])).toBeUndefined();
});
