import { describe, expect, it } from "vitest";
import { DEFAULT_ASSUMPTIONS } from "@/lib/view/shared/assumptions";
import { SERVED_PAIR_KEY } from "@/lib/view/shared/pair-prices";
import { toSettings } from "./money-store";

describe("settings kept in a browser", () => {
  it("are read back, each pair's prices for that pair", () => {
    const own = { assumptions: { ...DEFAULT_ASSUMPTIONS, promptsPerMonth: 7 }, typed: { "a / b": { strong: 3 } } };
    expect(toSettings({ own })).toEqual(own);
  });

  it("of before prices belonged to a pair are those of the served one", () => {
    const prices = { strong: 10, weak: 1, promptTokens: 50, answerTokens: 0 };
    expect(toSettings({ prices })).toEqual({
      assumptions: { promptTokens: 50, answerTokens: 0, promptsPerMonth: DEFAULT_ASSUMPTIONS.promptsPerMonth },
      typed: { [SERVED_PAIR_KEY]: { strong: 10, weak: 1 } },
    });
  });

  it.each([undefined, null, 7, {}, { own: null }, { own: { assumptions: 1, typed: 2 } }, { prices: "x" }])(
    "are the defaults for %j",
    (stored) => {
      expect(toSettings(stored)).toEqual({ assumptions: DEFAULT_ASSUMPTIONS, typed: {} });
    },
  );
});
