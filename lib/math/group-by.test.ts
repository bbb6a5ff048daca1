import { expect, it } from "vitest";
import { groupBy } from "./group-by";

it("keeps the items of each key together, keys and items in order of first appearance", () => {
  const groups = groupBy(["pear", "apple", "plum", "fig", "avocado"], (word) => word[0]);
  expect([...groups]).toEqual([
    ["p", ["pear", "plum"]],
    ["a", ["apple", "avocado"]],
    ["f", ["fig"]],
  ]);
});

it("takes keys such as __proto__ for names like any other, and gives no group of nothing", () => {
  expect([...groupBy(["__proto__", "constructor", "__proto__"], (name) => name)]).toEqual([
    ["__proto__", ["__proto__", "__proto__"]],
    ["constructor", ["constructor"]],
  ]);
  expect(groupBy([], () => 1).size).toBe(0);
});
