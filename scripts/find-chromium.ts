import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const MAC_APPLICATIONS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The browser for the end-to-end tests: CHROMIUM_PATH, else one that the machine has, else the one that Playwright
 * downloaded earlier. A candidate counts only if it starts: Ubuntu ships a `chromium-browser` that is a notice.
 * @returns path of the executable; undefined if there is none.
 * @throws Error if CHROMIUM_PATH is set and points to nothing.
 */
export function findChromium(): string | undefined {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen !== undefined && chosen !== "") {
    if (!existsSync(chosen)) {
      throw new Error(`CHROMIUM_PATH is ${chosen}, where no file is: set it to a Chromium executable, or unset it`);
    }
    return chosen;
  }
  const installed = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  return [...installed, ...MAC_APPLICATIONS, chromium.executablePath()].find(
    (candidate) => existsSync(candidate) && starts(candidate),
  );
}

function starts(executable: string): boolean {
  return spawnSync(executable, ["--version"], { timeout: 20_000, stdio: "ignore" }).status === 0;
}
