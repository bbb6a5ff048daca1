import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RoutingError } from "@/lib/domain/routing-error";
import { decodeFloats, encodeFloats } from "./base64-floats";

const decode = (text: string, count: number) => decodeFloats(text, { count, parameter: "weights" });

describe("base64 floats", () => {
  it("writes little-endian IEEE floats: 1 is 00 00 80 3f", () => {
    expect(encodeFloats([1], "weights")).toBe(Buffer.from([0, 0, 0x80, 0x3f]).toString("base64"));
    expect(encodeFloats([], "weights")).toBe("");
    expect(decode("", 0)).toEqual([]);
  });

  it("gives back every finite 32-bit float, and other numbers rounded to one", () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true, noDefaultInfinity: true })), (values) => {
        expect(decode(encodeFloats(values, "weights"), values.length)).toEqual(values);
      }),
    );
    expect(decode(encodeFloats([0.1], "weights"), 1)).toEqual([Math.fround(0.1)]);
  });

  it("refuses to write what 32 bits cannot hold, naming the entry", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, -1e39]) {
      expect(() => encodeFloats([0, value], "weights")).toThrow(`entry 2 is ${value}`);
    }
  });

  it("refuses to read another count, damaged text, NaN and infinity", () => {
    const text = encodeFloats([1, 2, 3], "weights");
    expect(() => decode(text, 2)).toThrow("weights holds 12 bytes, but 2 numbers take 8.");
    for (const bad of [text.slice(0, -1), `${text.slice(0, -4)}!!!!`, `${text} `, "AAA="]) {
      expect(() => decode(bad, 3)).toThrow(RoutingError);
    }
    for (const bytes of [
      [0, 0, 0xc0, 0x7f],
      [0, 0, 0x80, 0xff],
    ]) {
      expect(() => decode(Buffer.from(bytes).toString("base64"), 1)).toThrow(/finite/);
    }
  });
});
