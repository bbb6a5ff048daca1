import { describe, expect, it } from "vitest";
import { z } from "zod";
import { drawBelow, newId } from "./randomness";

describe("newId", () => {
  it("is a UUID of its own each time", () => {
    const ids = Array.from({ length: 200 }, newId);
    for (const id of ids) expect(z.uuidv4().safeParse(id).success, id).toBe(true);
    expect(new Set(ids).size).toBe(200);
  });
});

describe("drawBelow", () => {
  it("is never true at 0, always at 1, and about as often as it says in between", () => {
    const count = (probability: number) =>
      Array.from({ length: 4000 }, () => drawBelow(probability)).filter(Boolean).length;
    expect(count(0)).toBe(0);
    expect(count(1)).toBe(4000);
    // Ten standard deviations: fails once in more runs than there will ever be.
    expect(Math.abs(count(0.3) - 1200)).toBeLessThan(290);
  });
});
