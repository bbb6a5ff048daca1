import { mkdir, writeFile } from "node:fs/promises";
import type { Request } from "@playwright/test";
import { expect, test } from "./fixtures";

/** The promise of the first visit: compressed JavaScript of `/`, all of it, in bytes. */
const JAVASCRIPT_BUDGET = 180_000;

const PROMPTS = 40;

const report = async (name: string, figures: unknown) => {
  await mkdir("bench-results", { recursive: true });
  await writeFile(`bench-results/${name}.json`, `${JSON.stringify(figures, null, 2)}\n`);
};

test("the first visit to the playground loads little JavaScript, and none of the charts'", async ({
  page,
  playground,
}) => {
  const scripts: Request[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script") scripts.push(request);
  });
  await playground.open();
  await page.waitForLoadState("networkidle");
  const sizes = await Promise.all(scripts.map(async (request) => (await request.sizes()).responseBodySize));
  const compressedBytes = sizes.reduce((sum, size) => sum + size, 0);
  await report("first-load", { scripts: scripts.length, compressedBytes });
  test.info().annotations.push({ type: "first load", description: `${compressedBytes} bytes` });
  expect(scripts.length).toBeGreaterThan(0);
  expect(compressedBytes).toBeLessThanOrEqual(JAVASCRIPT_BUDGET);
});

/** Round trips depend on the machine, so they are reported (annotation, bench-results/action.json), not asserted. */
test("scoring while typing, in milliseconds from the browser to the server and back", async ({ page, playground }) => {
  test.slow();
  const times: number[] = [];
  await playground.open();
  for (let index = 0; index < PROMPTS; index += 1) {
    const answered = page.waitForResponse((response) => response.request().method() === "POST");
    await playground.prompt.fill(
      `Prompt ${index}: compare ${index + 2} ways to keep a promise, and prove the best one. `.repeat(4),
    );
    // The first byte is the time to take: the scores are ready then, and Next cancels what follows them.
    times.push((await answered).request().timing().responseStart);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const quantile = (part: number) => Number((sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN).toFixed(1));
  const figures = {
    actions: times.length,
    roundTripMs: { p50: quantile(0.5), p95: quantile(0.95), worst: quantile(1) },
  };
  await report("action", figures);
  test.info().annotations.push({ type: "action", description: JSON.stringify(figures) });
  expect(times.length).toBeGreaterThanOrEqual(PROMPTS);
});
