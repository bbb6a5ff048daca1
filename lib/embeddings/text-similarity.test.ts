import { describe, expect, it } from "vitest";
import { TEXT_COLUMNS } from "@/lib/text/hashed-features";
import { createTextSimilarity } from "./text-similarity";

const texts = ["how do I boil an egg", "prove that the square root of two is irrational", ""];
const { cosines } = createTextSimilarity({ idf: new Float32Array(TEXT_COLUMNS).fill(1), texts });

describe("createTextSimilarity", () => {
  it("gives 1 to the same text and to its upper-case twin, and 0 to an empty one", () => {
    expect(cosines("How do I boil an EGG")[0]).toBeCloseTo(1, 6);
    expect(cosines("how do I boil an egg")[2]).toBe(0);
    expect(cosines("")).toEqual([0, 0, 0]);
  });

  it("ranks by shared words, and leaves nothing of one query for the next", () => {
    const [egg = 0, root = 0] = cosines("boil two eggs");
    expect(egg).toBeGreaterThan(root);
    const before = cosines("is the root irrational");
    cosines("boil the egg and prove it");
    expect(cosines("is the root irrational")).toEqual(before);
  });
});
