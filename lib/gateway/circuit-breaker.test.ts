import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CallOutcome, createCircuitBreaker } from "./circuit-breaker";

const SETTINGS = { share: 0.5, minimumFailures: 3, recentMs: 10_000, restMs: 1000 };

function open(settings = SETTINGS) {
  const at = { ms: 0 };
  const breaker = createCircuitBreaker(settings, () => at.ms);
  const begin = () => {
    const call = breaker.begin();
    return "restMs" in call ? call.restMs : call;
  };
  return {
    at,
    begin,
    /** One call, if it may go out. @returns milliseconds of rest, 0 if it went out. */
    call(outcome: CallOutcome, request: string): number {
      const call = begin();
      if (typeof call === "number") return call;
      call.ended(outcome, request);
      return 0;
    },
  };
}

describe("createCircuitBreaker", () => {
  it("opens once so many different requests have failed", () => {
    const { call } = open();
    expect(["a", "b", "c"].map((request) => call("failed", request))).toEqual([0, 0, 0]);
    expect(call("answered", "d")).toBe(1000);
  });

  it("stays closed for one request, however often it is repeated", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "b")), (requests) => {
        const { call } = open();
        for (const request of requests) expect(call("failed", request)).toBe(0);
      }),
    );
  });

  it("stays closed for callers who hang up, and where most calls are answered", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("answered", "unknown"), { maxLength: 50 }), (outcomes) => {
        const { call } = open();
        for (const [index, outcome] of outcomes.entries()) expect(call(outcome, String(index))).toBe(0);
      }),
    );
    const { call } = open();
    for (let index = 0; index < 100; index++) {
      for (const outcome of ["answered", "failed", "answered"] as const) {
        expect(call(outcome, `${outcome} ${index}`)).toBe(0);
      }
    }
  });

  it("forgets what is not recent", () => {
    const { at, call } = open();
    for (const request of ["a", "b"]) call("failed", request);
    at.ms = 10_001;
    call("failed", "c");
    expect(call("answered", "d")).toBe(0);
  });

  it("counts a stream that began well and broke as one failure, not as an answer too", () => {
    const { begin, call } = open({ ...SETTINGS, share: 1 });
    for (const request of ["a", "b", "c"]) {
      const stream = begin();
      if (typeof stream === "number") throw new Error("expected a call");
      stream.ended("answered", request);
      stream.ended("failed", request);
    }
    expect(call("answered", "d")).toBe(1000);
  });

  describe("after its rest", () => {
    const rested = () => {
      const breaker = open();
      for (const request of ["a", "b", "c"]) breaker.call("failed", request);
      breaker.at.ms = 1000;
      return breaker;
    };

    it("lets one probe out while the others rest on, and its answer closes it", () => {
      const { begin, call } = rested();
      const probe = begin();
      if (typeof probe === "number") throw new Error("expected a call");
      expect(begin()).toBe(1000);
      probe.ended("answered", "d");
      expect(["a", "b", "a", "b"].map((request) => call("failed", request))).toEqual([0, 0, 0, 0]);
    });

    it("rests again where the probe fails", () => {
      const { at, call } = rested();
      expect(call("failed", "d")).toBe(0);
      at.ms = 1999;
      expect(call("answered", "d")).toBe(1);
      at.ms = 2000;
      expect(call("answered", "d")).toBe(0);
      expect(call("answered", "d")).toBe(0);
    });

    it("takes the next call for its probe where the first is given up by its caller, or has no end", () => {
      const { at, begin, call } = rested();
      expect(call("unknown", "d")).toBe(0);
      expect(typeof begin()).toBe("object");
      expect(begin()).toBe(1000);
      at.ms = 2000;
      expect(call("answered", "e")).toBe(0);
      expect(call("failed", "f")).toBe(0);
    });
  });
});
