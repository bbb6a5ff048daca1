import { describe, expect, it } from "vitest";
import { createRatePause } from "./rate-pause";

describe("createRatePause", () => {
  const at = { ms: 0 };
  const open = () => {
    at.ms = 0;
    return createRatePause(() => at.ms);
  };

  it("holds calls back for as long as two different requests were told to wait", () => {
    const pause = open();
    pause.told(1000, "a");
    pause.told(500, "b");
    expect(pause.begin()).toBe(500);
    pause.told(2000, "a");
    pause.told(100, "b");
    at.ms = 400;
    expect(pause.begin()).toBe(1600);
    at.ms = 2001;
    expect(pause.begin()).toBe(0);
  });

  it("holds nothing back for what one request is told, nor after an answer", () => {
    const pause = open();
    for (const _ of [1, 2, 3]) pause.told(1000, "a");
    expect(pause.begin()).toBe(0);
    pause.answered();
    pause.told(1000, "b");
    expect(pause.begin()).toBe(0);
    pause.told(1000, "c");
    expect(pause.begin()).toBe(1000);
    pause.answered();
    expect(pause.begin()).toBe(0);
  });

  it("lets one call ask again in each ten seconds of a long pause", () => {
    const pause = open();
    for (const request of ["a", "b"]) pause.told(60_000, request);
    at.ms = 9_999;
    expect(pause.begin()).toBe(50_001);
    at.ms = 10_000;
    expect([pause.begin(), pause.begin()]).toEqual([0, 50_000]);
    at.ms = 20_000;
    expect(pause.begin()).toBe(0);
    pause.answered();
    expect(pause.begin()).toBe(0);
  });
});
