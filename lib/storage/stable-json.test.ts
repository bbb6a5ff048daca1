import { describe, expect, it } from "vitest";
import { stableJson } from "./stable-json";

describe("stableJson", () => {
  it("gives the same bytes whatever the order in which an object was built, at every depth", () => {
    expect(stableJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}\n');
    expect(stableJson({ a: null, b: [{ c: 2, d: 1 }] })).toBe('{"a":null,"b":[{"c":2,"d":1}]}\n');
  });

  it("reads back the very same numbers", () => {
    const numbers = [0.1 + 0.2, 1 / 3, 5e-324, Number.MAX_VALUE, -123456.789];
    expect(JSON.parse(stableJson(numbers))).toEqual(numbers);
  });

  it.each([
    ["NaN", { value: Number.NaN }],
    ["Infinity", { value: [Number.POSITIVE_INFINITY] }],
    ["undefined", { value: undefined }],
    ["Float64Array", { value: new Float64Array(2) }],
    ["Map", { value: new Map() }],
  ])("refuses %s, which JSON would change in silence", (name, value) => {
    expect(() => stableJson(value)).toThrow(new RegExp(`holds ${name}`));
  });
});
