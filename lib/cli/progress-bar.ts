import { SingleBar } from "cli-progress";

/**
 * A bar of 100 parts with elapsed and remaining time, on standard error so that output can be piped. Where standard
 * error is no terminal it stays silent: scripts read one line there, and only if something failed.
 * @param text what it says between the percentage and the times; `{name}` stands for a value given to `update`.
 */
export function createProgressBar(text: string) {
  const bar = new SingleBar({
    format: `{bar} {percentage} % | ${text} | {duration_formatted}, about {eta_formatted} left`,
    hideCursor: true,
    stream: process.stderr,
    etaBuffer: 50,
  });
  return {
    start: (values: Readonly<Record<string, string>>) => bar.start(100, 0, values),
    /** @param share done, in [0, 1]. */
    update: (share: number, values: Readonly<Record<string, string>>) => bar.update(Math.floor(100 * share), values),
    stop: () => bar.stop(),
  };
}
