import { expect, it } from "vitest";
import { collectPrompts } from "./collect-prompts";

const embedding = (group: number, ...entries: number[]) => ({ group, vector: Float64Array.from(entries) });

it("keeps each embedding of a group once, groups in ascending order, and says where each input went", () => {
  const { unique, indices } = collectPrompts([
    embedding(1, 1, 2),
    embedding(0, 1, 2),
    embedding(1, 1, 2),
    embedding(0, 2, 1),
  ]);
  expect(unique).toEqual([embedding(0, 1, 2), embedding(0, 2, 1), embedding(1, 1, 2)]);
  expect(indices).toEqual([2, 0, 2, 1]);
});

it("tells vectors apart that differ in the last bit, and handles views into shared memory", () => {
  const shared = Float64Array.of(9, 1, 1, 1 + Number.EPSILON);
  const parts = [1, 2, 3].map((at) => ({ group: 0, vector: shared.subarray(at, at + 1) }));
  expect(collectPrompts(parts).indices).toEqual([0, 0, 1]);
  expect(collectPrompts([]).unique).toEqual([]);
});
