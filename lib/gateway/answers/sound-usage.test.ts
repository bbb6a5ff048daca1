import type { LanguageModelV3Usage } from "@ai-sdk/provider";
import fc from "fast-check";
import { expect, it } from "vitest";
import { soundCount, soundUsage } from "./sound-usage";

const usage = (input: unknown, output: unknown, cacheRead?: unknown, reasoning?: unknown) =>
  ({
    inputTokens: { total: input, noCache: undefined, cacheRead, cacheWrite: undefined },
    outputTokens: { total: output, text: undefined, reasoning },
  }) as LanguageModelV3Usage;

it("keeps counts that can be true, whole", () => {
  expect(soundUsage(usage(11, 7, 4, 2))).toEqual(usage(11, 7, 4, 2));
  expect(soundCount(0)).toBe(0);
  expect(soundCount(2.25)).toBe(3);
});

it.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e21, Number.MAX_SAFE_INTEGER, "12", null, undefined, {}])(
  "takes %s for no count",
  (tokens) => {
    expect(soundUsage(usage(tokens, tokens, tokens, tokens))).toEqual(
      usage(undefined, undefined, undefined, undefined),
    );
  },
);

it("gives counts of parts that are no more than their whole, whatever a provider says", () => {
  const said = fc.oneof(fc.integer(), fc.double(), fc.constant(undefined), fc.string(), fc.nat(100));
  fc.assert(
    fc.property(said, said, said, said, (...counts) => {
      const { inputTokens, outputTokens } = soundUsage(usage(...counts));
      for (const count of [...Object.values(inputTokens), ...Object.values(outputTokens)]) {
        if (count !== undefined) expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
      }
      const { total = Number.POSITIVE_INFINITY, cacheRead = 0 } = inputTokens;
      expect(cacheRead).toBeLessThanOrEqual(total);
      const { total: all = Number.POSITIVE_INFINITY, reasoning = 0 } = outputTokens;
      expect(reasoning).toBeLessThanOrEqual(all);
    }),
  );
});
