import { type Download, downloadFile } from "./download-file";

/** Files fetched side by side: enough to hide the waiting, few enough for a public host. */
const SIDE_BY_SIDE = 4;

/** How far a set of downloads has come. */
export type DownloadProgress = {
  /** Files that are there. */
  readonly files: number;
  /** Bytes received or found, of the files begun so far. */
  readonly bytes: number;
  /** In [0, 1]: every file counts the same, one under way by its bytes. */
  readonly share: number;
};

/**
 * Fetches several files, a few side by side. The first failure stops the others; what they have is kept and continued
 * at the next run.
 * @returns how many were fetched, and how many were there already.
 * @throws RoutingError of the first file that failed.
 */
export async function downloadFiles(options: {
  downloads: readonly Download[];
  report: (progress: DownloadProgress) => void;
  retryMilliseconds?: readonly number[];
  idleMilliseconds?: number;
}): Promise<{ fetched: number; present: number }> {
  const { downloads, report, ...settings } = options;
  const stop = new AbortController();
  const outcomes = { fetched: 0, present: 0 };
  const shares = downloads.map(() => 0);
  const bytes = downloads.map(() => 0);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const update = () =>
    report({ files: outcomes.fetched + outcomes.present, bytes: sum(bytes), share: sum(shares) / downloads.length });

  const waiting = downloads.entries();
  const work = async () => {
    for (const [index, download] of waiting) {
      const outcome = await downloadFile({
        ...settings,
        download,
        signal: stop.signal,
        report: (received, size) => {
          bytes[index] = received;
          shares[index] = size === undefined || size === 0 ? 0 : received / size;
          update();
        },
      });
      outcomes[outcome] += 1;
      shares[index] = 1;
      update();
    }
  };
  const workers = Array.from({ length: SIDE_BY_SIDE }, () =>
    work().catch((error: unknown) => {
      stop.abort(error);
      throw error;
    }),
  );
  await Promise.allSettled(workers);
  stop.signal.throwIfAborted();
  return outcomes;
}
