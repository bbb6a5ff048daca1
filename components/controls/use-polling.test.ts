import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startPolling } from "./use-polling";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A document whose tab can be hidden and seen. */
function fakePage() {
  const page = Object.assign(new EventTarget(), { visibilityState: "visible" as DocumentVisibilityState });
  return {
    page,
    turn(state: DocumentVisibilityState) {
      page.visibilityState = state;
      page.dispatchEvent(new Event("visibilitychange"));
    },
  };
}

it("looks at once and after each pause, until a look says that it was the last", async () => {
  const answers = [true, true, false];
  const look = vi.fn(async () => answers.shift() ?? true);
  startPolling(look, { everyMs: 500, page: fakePage().page });
  expect(look).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(look).toHaveBeenCalledTimes(3);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(look).toHaveBeenCalledTimes(3);
});

it("asks nothing while the tab is hidden, and at once when it is seen", async () => {
  const { page, turn } = fakePage();
  const look = vi.fn(async () => true);
  startPolling(look, { everyMs: 500, page });
  turn("hidden");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(look).toHaveBeenCalledTimes(1);
  turn("visible");
  expect(look).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(500);
  expect(look).toHaveBeenCalledTimes(3);
});

it("begins when a tab that was opened in the background is seen", () => {
  const { page, turn } = fakePage();
  turn("hidden");
  const look = vi.fn(async () => true);
  startPolling(look, { everyMs: 500, page });
  expect(look).not.toHaveBeenCalled();
  turn("visible");
  expect(look).toHaveBeenCalledTimes(1);
});

it("never has two looks under way, and none begins by a tab that is seen after the last", async () => {
  const { page, turn } = fakePage();
  let answer: ((goesOn: boolean) => void) | undefined;
  const look = vi.fn(() => new Promise<boolean>((resolve) => (answer = resolve)));
  startPolling(look, { everyMs: 500, page });
  turn("hidden");
  turn("visible");
  expect(look).toHaveBeenCalledTimes(1);
  answer?.(false);
  await vi.advanceTimersByTimeAsync(0);
  turn("hidden");
  turn("visible");
  expect(look).toHaveBeenCalledTimes(1);
});

it("stops: the look under way is told so, and no other begins", async () => {
  const { page, turn } = fakePage();
  let seen: AbortSignal | undefined;
  const look = vi.fn(async (signal: AbortSignal) => {
    seen = signal;
    return true;
  });
  const stop = startPolling(look, { everyMs: 500, page });
  await vi.advanceTimersByTimeAsync(0);
  stop();
  expect(seen?.aborted).toBe(true);
  turn("hidden");
  turn("visible");
  await vi.advanceTimersByTimeAsync(5_000);
  expect(look).toHaveBeenCalledTimes(1);
});
