import { findChromium } from "./find-chromium";

/**
 * Runs once before the stories, not when the configuration is loaded: knip, editors and `--list` load it too, on
 * machines without a browser. The workers, which start afterwards, read the path from the environment.
 */
export default function browserForStories(): void {
  const found = findChromium();
  if (found === undefined) {
    throw new Error("No Chromium found: run the tests with `npm test`, which installs one, or set CHROMIUM_PATH");
  }
  process.env.CHROMIUM_PATH = found;
}
