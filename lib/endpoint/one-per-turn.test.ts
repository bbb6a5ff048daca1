import { expect, it } from "vitest";
import { createOnePerTurn } from "./one-per-turn";

it("begins one a turn of the event loop, in the order of the calls, and lets others in between", async () => {
  const seen: string[] = [];
  const wait = createOnePerTurn();
  const callers = ["a", "b", "c"].map(async (name) => {
    await wait();
    seen.push(name);
    // What has been put off once comes before the next caller.
    setImmediate(() => seen.push(`other after ${name}`));
  });
  await Promise.all(callers);
  await new Promise((resolve) => setImmediate(resolve));
  expect(seen.filter((name) => name.length === 1)).toEqual(["a", "b", "c"]);
  expect(seen.indexOf("other after a")).toBeLessThan(seen.indexOf("c"));
});
