import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { writeQuestionTexts } from "./e2e/write-question-texts";
import { freePort } from "./scripts/free-port";

// Each worker loads this file anew: what the first run finds is handed on in the environment.
const port = process.env.E2E_PORT ?? String(await freePort());
process.env.E2E_PORT = port;

// What stories save is theirs: nothing of a former run, or of the person who runs them, is there.
process.env.E2E_STATE ??= mkdtempSync(join(tmpdir(), "routellm-e2e-state-"));
process.env.E2E_DATA ??= await writeQuestionTexts("test-results/e2e-data");

export default defineConfig({
  testDir: "e2e",
  // Finds the browser and sets CHROMIUM_PATH.
  globalSetup: "./scripts/browser-for-stories.ts",
  outputDir: "test-results/e2e",
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  use: {
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "",
      args: ["--no-sandbox", "--disable-background-networking"],
    },
    screenshot: "only-on-failure",
    // Recording every story takes half as long again: npx playwright test -g NAME --trace=on records one.
    trace: "off",
  },
  projects: [
    {
      name: "desktop",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } },
      grepInvert: /@phone/,
    },
    {
      name: "phone",
      use: { ...devices["Desktop Chrome"], viewport: { width: 360, height: 740 }, hasTouch: true },
      grep: /@phone/,
    },
  ],
  webServer: {
    command: `node serve.mjs -p ${port}`,
    url: `http://localhost:${port}/health`,
    env: {
      NEXT_TELEMETRY_DISABLED: "1",
      ROUTELLM_DATA: process.env.E2E_DATA,
      ROUTELLM_STATE: process.env.E2E_STATE,
      // Slow enough to be stopped, fast enough to be waited for.
      ROUTELLM_SIMULATED_PACE_MS: "25",
    },
    stderr: "pipe",
    timeout: 60_000,
  },
});
