import { describe, expect, it } from "vitest";
import { createCircuitBreaker } from "./circuit-breaker";

describe("createCircuitBreaker", () => {
  const at = { ms: 0 };
  const open = () => {
    at.ms = 0;
    return createCircuitBreaker({ failures: 3, restMs: 1000, now: () => at.ms });
  };

  it("lets calls through until so many in a row have failed", () => {
    const breaker = open();
    for (const _ of [1, 2]) breaker.failed();
    expect(breaker.restMs()).toBe(0);
    breaker.succeeded();
    for (const _ of [1, 2]) breaker.failed();
    expect(breaker.restMs()).toBe(0);
    breaker.failed();
    expect(breaker.restMs()).toBe(1000);
  });

  it("lets one trial through after the rest, and all others when that succeeds", () => {
    const breaker = open();
    for (const _ of [1, 2, 3]) breaker.failed();
    at.ms = 400;
    expect(breaker.restMs()).toBe(600);
    at.ms = 1000;
    expect(breaker.restMs()).toBe(0);
    expect(breaker.restMs()).toBe(1000);
    breaker.failed();
    at.ms = 1999;
    expect(breaker.restMs()).toBe(1);
    at.ms = 2000;
    expect(breaker.restMs()).toBe(0);
    breaker.succeeded();
    expect(breaker.restMs()).toBe(0);
    expect(breaker.restMs()).toBe(0);
  });
});
