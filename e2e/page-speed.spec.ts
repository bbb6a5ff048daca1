import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { get } from "node:http";
import type { Request } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Compressed JavaScript of the first visit to `/`, all of it, in bytes: the target is 150,000, and words may grow. */
const JAVASCRIPT_BUDGET = 152_000;

/** The promise of every visit: the compressed document of each page, in bytes. */
const DOCUMENT_BUDGETS = { "/": 14_200, "/explore": 9_000, "/about": 33_000, "/chat": 11_000, "/calibrate": 6_000 };

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

test("documents are small, and what is the same at each visit is loaded once", async ({
  page,
  playground,
  baseURL,
}) => {
  for (const [path, budget] of Object.entries(DOCUMENT_BUDGETS)) {
    const url = new URL(path, baseURL).href;
    const [sent] = await once(get(url, { headers: { "accept-encoding": "gzip" } }), "response");
    let bytes = 0;
    for await (const chunk of sent) bytes += chunk.length;
    expect([path, sent.headers["content-encoding"], bytes]).toEqual([path, "gzip", expect.any(Number)]);
    expect(bytes, path).toBeLessThanOrEqual(budget);
  }
  const asked: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/page-files/")) asked.push(request.url());
  });
  await playground.open();
  await page.waitForLoadState("networkidle");
  // Once each: the preload is what the page's own request finds.
  expect(asked.length).toBe(new Set(asked).size);
  expect(asked.length).toBe(2);
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
