import { getRunEngine } from "./scoring-runs";

/**
 * Goes on with the scoring runs that a stop of the server interrupted. Whatever is in its way (a state folder that cannot
 * be written, say) is told to the log, and again to whoever asks for a run; all else works without.
 */
export function resumeRuns(): void {
  getRunEngine().catch((error: unknown) => {
    process.stderr.write(`Scoring runs cannot be gone on with: ${error instanceof Error ? error.message : error}\n`);
  });
}
