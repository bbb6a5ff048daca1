import { mkdir, writeFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures";

const FRAMES = 180;

/**
 * Gives the slider a new position on every frame, as a hand that never rests would, and takes the time between frames and
 * the time that the page itself worked in each (React renders an input event before it returns).
 */
const dragEveryFrame = (slider: Locator, frames: number) =>
  slider.evaluate(
    (element, count) =>
      new Promise<{ gaps: number[]; work: number[]; positions: number }>((resolve, reject) => {
        if (!(element instanceof HTMLInputElement)) return reject(new Error("the slider is no input"));
        const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
        const [gaps, work, positions]: [number[], number[], Set<string>] = [[], [], new Set()];
        let last = performance.now();
        const frame = (now: number) => {
          gaps.push(now - last);
          last = now;
          const started = performance.now();
          setValue?.call(element, String(50 + 49 * Math.sin(gaps.length / 15)));
          element.dispatchEvent(new Event("input", { bubbles: true }));
          positions.add(element.value);
          queueMicrotask(() => work.push(performance.now() - started));
          if (gaps.length <= count) requestAnimationFrame(frame);
          else resolve({ gaps: gaps.slice(1), work, positions: positions.size });
        };
        requestAnimationFrame(frame);
      }),
    frames,
  );

/** The value that `part` of the sorted values stay below, in milliseconds to a tenth. */
const quantile = (values: readonly number[], part: number): number =>
  Number((values.toSorted((a, b) => a - b)[Math.floor(part * (values.length - 1))] ?? Number.NaN).toFixed(1));

/** Frames per second depend on the machine, so they are reported (annotation, bench-results/drag.json), not asserted. */
test("dragging over every MMLU question, in frames per second", async ({ explorer }, { annotations }) => {
  await explorer.open("?benchmark=mmlu&router=mf");
  await expect(explorer.names(explorer.categories)).toHaveCount(57);
  const { gaps, work, positions } = await dragEveryFrame(explorer.share, FRAMES);

  const seconds = gaps.reduce((sum, gap) => sum + gap, 0) / 1000;
  const report = {
    framesPerSecond: Number((gaps.length / seconds).toFixed(1)),
    frameMs: { p50: quantile(gaps, 0.5), p95: quantile(gaps, 0.95), worst: quantile(gaps, 1) },
    workMs: { p50: quantile(work, 0.5), p95: quantile(work, 0.95), worst: quantile(work, 1) },
  };
  annotations.push({ type: "drag", description: JSON.stringify(report) });
  await mkdir("bench-results", { recursive: true });
  await writeFile("bench-results/drag.json", `${JSON.stringify(report, null, 2)}\n`);

  expect(positions, "different positions the slider took").toBeGreaterThan(FRAMES / 3);
  // The page kept up: what it shows at the end belongs to where the slider ended.
  const share = Number(await explorer.share.inputValue());
  await expect(explorer.chart).toContainText(`At ${share.toFixed(1)}`);
});
