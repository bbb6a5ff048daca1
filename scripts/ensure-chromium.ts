/**
 * Prints the path of a Chromium that runs here, installing one first if there is none: on Debian its own package, which
 * a local mirror can give without a network, then Playwright's download; elsewhere the download first.
 * Standard output is the path and nothing else; what the installers say goes to standard error.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { findChromium } from "./find-chromium";

const MINUTE_MS = 60_000;

function run({ limitMs, command }: { readonly limitMs: number; readonly command: readonly string[] }): void {
  console.error(`$ ${command.join(" ")}`);
  const [program = "", ...args] = command;
  spawnSync(program, args, {
    stdio: ["ignore", 2, 2],
    timeout: limitMs,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" },
  });
}

function installFromPlaywright(): void {
  run({ limitMs: 5 * MINUTE_MS, command: ["npx", "playwright", "install", "chromium"] });
}

/** A mirror that cannot be reached is given up after seconds; what it gave earlier may still do. */
function installFromDebian(): void {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const aptGet = [...asRoot, "apt-get", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=15"];
  run({ limitMs: 2 * MINUTE_MS, command: [...aptGet, "update"] });
  run({ limitMs: 10 * MINUTE_MS, command: [...aptGet, "install", "-y", "--no-install-recommends", "chromium"] });
}

/** Ubuntu's package of that name is a notice, not a browser: there the download comes first. */
function installers(): readonly (() => void)[] {
  if (!existsSync("/usr/bin/apt-get")) {
    return [installFromPlaywright];
  }
  const system = existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
  return /^ID="?debian"?$/mu.test(system)
    ? [installFromDebian, installFromPlaywright]
    : [installFromPlaywright, installFromDebian];
}

function ensureChromium(): string {
  for (const install of [undefined, ...installers()]) {
    install?.();
    const found = findChromium();
    if (found !== undefined) {
      return found;
    }
  }
  throw new Error(
    "No Chromium for the end-to-end tests: none is installed, and neither Debian's nor Playwright's could be; install Chromium or Chrome, or set CHROMIUM_PATH to one.",
  );
}

try {
  console.log(ensureChromium());
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
