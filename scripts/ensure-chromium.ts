/**
 * Prints the path of a Chromium that runs here, installing one first if there is none: Playwright's, else Debian's.
 * Standard output is the path and nothing else; what the installers say goes to standard error.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "./find-chromium";

function run(command: string, ...args: string[]): void {
  console.error(`$ ${[command, ...args].join(" ")}`);
  spawnSync(command, args, {
    stdio: ["ignore", 2, 2],
    timeout: 10 * 60_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" },
  });
}

function installFromPlaywright(): void {
  run("npx", "playwright", "install", "chromium");
}

function installFromDebian(): void {
  if (!existsSync("/usr/bin/apt-get")) {
    return;
  }
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  for (const step of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const [command = "", ...args] = [...asRoot, "apt-get", ...step];
    run(command, ...args);
  }
}

function ensureChromium(): string {
  for (const install of [undefined, installFromPlaywright, installFromDebian]) {
    install?.();
    const found = findChromium();
    if (found !== undefined) {
      return found;
    }
  }
  throw new Error(
    "No Chromium for the end-to-end tests: none is installed, and neither Playwright's nor Debian's could be; install Chromium or Chrome, or set CHROMIUM_PATH to one.",
  );
}

try {
  console.log(ensureChromium());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
