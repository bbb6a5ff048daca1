import { describe, expect, it } from "vitest";
import { sampleHandOver } from "@/lib/test/sample-hand-over";
import { findOutdated, isOfShipped, type ServedIdentity } from "./served-identity";

const SHIPPED = { date: "2026-11-21", seed: 1, schemaVersion: 1 };
const shipped: ServedIdentity = { artifacts: SHIPPED, retrained: undefined, standIns: new Map() };
/** Trained on votes on the very day of the shipped training: only the seed tells. */
const retrained: ServedIdentity = {
  artifacts: { ...SHIPPED, seed: 4711 },
  retrained: { votes: 1200, heldOut: 300, base: { date: SHIPPED.date, seed: SHIPPED.seed } },
  standIns: new Map(),
};
const of = (router: "mf" | "sw_ranking" | "bert" | "length", { artifacts }: ServedIdentity) => ({
  handOver: sampleHandOver({ router, artifacts }),
  standIn: null,
});

describe("which weights a calibration is of", () => {
  it("is said when the routers in use have been retrained since, and again after going back", () => {
    for (const router of ["mf", "sw_ranking"] as const) {
      expect(findOutdated(of(router, shipped), shipped)).toBeUndefined();
      expect(findOutdated(of(router, retrained), retrained)).toBeUndefined();
      expect(findOutdated(of(router, shipped), retrained)).toBe(
        "It was calibrated with the weights of 2026-11-21 (seed 1), but this server has retrained them on 1,200 votes on 2026-11-21; score the prompts again.",
      );
      expect(findOutdated(of(router, retrained), shipped)).toMatch(/seed 4711.*has those of 2026-11-21 \(seed 1\)/);
    }
  });

  it("does not matter for routers that a training on votes leaves as they are", () => {
    for (const router of ["bert", "length"] as const) {
      expect(isOfShipped(of(router, shipped), retrained)).toBe(true);
      expect(findOutdated(of(router, shipped), retrained)).toBeUndefined();
    }
  });
});
