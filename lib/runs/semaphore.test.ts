import { expect, it } from "vitest";
import { createSemaphore } from "./semaphore";

/** Work that ends when it is told to. */
function work(log: string[], name: string) {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const run = async () => {
    log.push(name);
    await finished;
  };
  return { run, finish };
}

it("lets so many run at a time, the others in their order, and skips those that gave up", async () => {
  const log: string[] = [];
  const turn = createSemaphore(1);
  const [a, b, c] = [work(log, "a"), work(log, "b"), work(log, "c")];
  const signal = new AbortController().signal;
  const leaving = new AbortController();
  const first = turn(signal, a.run);
  const second = turn(leaving.signal, b.run);
  const third = turn(signal, c.run);
  expect(log).toEqual(["a"]);
  leaving.abort(new Error("Not any more"));
  await expect(second).rejects.toThrow("Not any more");
  a.finish();
  await first;
  c.finish();
  await third;
  expect(log).toEqual(["a", "c"]);
});

it("gives the place on when work fails", async () => {
  const turn = createSemaphore(1);
  const signal = new AbortController().signal;
  const fail = async () => {
    throw new Error("No");
  };
  await expect(turn(signal, fail)).rejects.toThrow("No");
  await expect(turn(signal, async () => {})).resolves.toBeUndefined();
});
