import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide } from "@/lib/domain/decide";
import { parseModelName } from "@/lib/domain/model-name";
import { toThreshold } from "@/lib/domain/threshold";
import { toWinRate } from "@/lib/domain/win-rate";
import { type CalibratedOn, calibratedOnInWords, offerModel } from "./model-offer";

const GROUNDS: readonly CalibratedOn[] = [
  { kind: "chat", prompts: 5000 },
  { kind: "own", name: "june", prompts: 120 },
  { kind: "benchmark", label: "GSM8K", prompts: 1307 },
];
const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe("a model name", () => {
  it("is handed out for chat prompts or a person's own alone, and for the served router and pair alone", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GROUNDS),
        fc.boolean(),
        fc.boolean(),
        unit,
        (calibratedOn, pair, router, alpha) => {
          const offer = offerModel({
            ...{ router: "mf", threshold: toThreshold(alpha), calibratedOn, chat: [0.4, 0.6] },
            ...{ servesPair: pair, servesRouter: router },
          });
          expect(offer.name !== null).toBe(pair && router && calibratedOn.kind !== "benchmark");
        },
      ),
    );
  });

  it("carries what it was calibrated on", () => {
    const offer = offerModel({
      ...{ router: "mf", threshold: toThreshold(0.116), calibratedOn: { kind: "own", name: "june", prompts: 1200 } },
      ...{ servesPair: true, servesRouter: true, chat: undefined },
    });
    if (offer.name === null) throw new Error("No name was offered.");
    expect(parseModelName(offer.name)).toEqual({ router: "mf", threshold: 0.116 });
    expect(offer.calibratedOn).toBe("1,200 prompts of “june”");
    expect(GROUNDS.map(calibratedOnInWords)).toEqual([
      "5,000 real chat prompts",
      "120 prompts of “june”",
      "1,307 questions of GSM8K",
    ]);
  });
});

it("says of a threshold without a name what the endpoint would do with chat prompts", () => {
  fc.assert(
    fc.property(fc.array(unit, { minLength: 1, maxLength: 60 }), unit, (winRates, alpha) => {
      const chat = winRates.toSorted((a, b) => a - b);
      const threshold = toThreshold(alpha);
      const offer = offerModel({
        ...{ router: "mf", threshold, calibratedOn: { kind: "benchmark", label: "MMLU", prompts: 9 }, chat },
        ...{ servesPair: true, servesRouter: true },
      });
      const strong = winRates.filter((winRate) => decide(toWinRate(winRate), threshold) === "strong").length;
      expect(offer).toMatchObject({ name: null, because: "benchmark" });
      expect(offer.name === null && offer.chatShare).toBeCloseTo(strong / winRates.length, 12);
    }),
  );
});

it("claims nothing about a router that the endpoint does not ask", () => {
  const offer = offerModel({
    ...{ router: "mf", threshold: toThreshold(0.5), calibratedOn: { kind: "chat", prompts: 2 }, chat: [0.1, 0.9] },
    ...{ servesPair: true, servesRouter: false },
  });
  expect(offer).toEqual({ name: null, because: "router", chatShare: null });
});
