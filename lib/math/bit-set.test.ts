import fc from "fast-check";
import { expect, it } from "vitest";
import { packBits, readBit } from "./bit-set";

it("packs eight flags a byte, the first in the lowest bit", () => {
  expect([...packBits([true, false, false, false, false, false, false, true, true])]).toEqual([129, 1]);
  expect(packBits([])).toHaveLength(0);
});

it("gives back every flag", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 100 }), (flags) => {
      const bytes = packBits(flags);
      expect(bytes).toHaveLength(Math.ceil(flags.length / 8));
      expect(flags.map((_, index) => readBit(bytes, index))).toEqual(flags);
    }),
  );
});
