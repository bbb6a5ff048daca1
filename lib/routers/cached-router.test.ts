import { describe, expect, it } from "vitest";
import { toWinRate } from "@/lib/domain/win-rate";
import { createCachedRouter } from "./cached-router";

/** Scores a prompt by its length, and keeps what it was asked. */
function prepare(capacity: number, fail: () => boolean = () => false) {
  const asked: string[][] = [];
  const router = createCachedRouter(
    {
      id: "mf",
      async scoreBatch(prompts) {
        asked.push([...prompts]);
        if (fail()) throw new Error("down");
        return prompts.map((prompt) => toWinRate(prompt.length / 10));
      },
    },
    capacity,
  );
  return { router, asked };
}

describe("createCachedRouter", () => {
  it("asks only for what it does not know, each prompt once", async () => {
    const { router, asked } = prepare(10);
    expect(await router.scoreBatch(["a", "bb", "a"])).toEqual([0.1, 0.2, 0.1]);
    expect(await router.scoreBatch(["bb", "ccc"])).toEqual([0.2, 0.3]);
    expect(asked).toEqual([["a", "bb"], ["ccc"]]);
  });

  it("asks once for what is asked for twice at the same time", async () => {
    const { router, asked } = prepare(10);
    expect(await Promise.all([router.scoreBatch(["a"]), router.scoreBatch(["a"])])).toEqual([[0.1], [0.1]]);
    expect(asked).toEqual([["a"]]);
  });

  it("forgets what was longest not asked for, and answers batches beyond its size", async () => {
    const { router, asked } = prepare(2);
    expect(await router.scoreBatch(["a", "bb", "ccc"])).toEqual([0.1, 0.2, 0.3]);
    await router.scoreBatch(["bb"]);
    await router.scoreBatch(["dddd"]);
    expect(await router.scoreBatch(["bb", "ccc"])).toEqual([0.2, 0.3]);
    expect(asked).toEqual([["a", "bb", "ccc"], ["dddd"], ["ccc"]]);
  });

  it("does not remember a failure", async () => {
    let down = true;
    const { router } = prepare(2, () => down);
    await expect(router.scoreBatch(["a", "bb"])).rejects.toThrow("down");
    down = false;
    expect(await router.scoreBatch(["a"])).toEqual([0.1]);
  });
});
