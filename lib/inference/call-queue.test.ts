import { describe, expect, it } from "vitest";
import { createCallQueue } from "./call-queue";

/** A call that ends when the test says so. */
function held() {
  let end: () => void = () => {};
  const promise = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { call: () => promise, end };
}

describe("createCallQueue", () => {
  it("runs one call at a time, in order", async () => {
    const queue = createCallQueue({ longest: 10 });
    const log: string[] = [];
    const call = (name: string) =>
      queue(async () => {
        log.push(`${name} begins`);
        await Promise.resolve();
        log.push(`${name} ends`);
        return name;
      });
    expect(await Promise.all([call("a"), call("b"), call("c")])).toEqual(["a", "b", "c"]);
    expect(log).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  });

  it("refuses what comes when it is full, and takes calls again once there is room", async () => {
    const queue = createCallQueue({ longest: 2 });
    const first = held();
    const running = [queue(first.call), queue(async () => "second")];
    await expect(queue(async () => "third")).rejects.toMatchObject({
      code: "overloaded",
      message: "2 prompts are waiting to be scored already: try again in a moment.",
    });
    first.end();
    await Promise.all(running);
    expect(await queue(async () => "fourth")).toBe("fourth");
  });

  it("goes on after a call that failed", async () => {
    const queue = createCallQueue({ longest: 2 });
    const failed = queue(() => Promise.reject(new TypeError("broken")));
    const next = queue(async () => "fine");
    await expect(failed).rejects.toThrow("broken");
    expect(await next).toBe("fine");
  });
});
