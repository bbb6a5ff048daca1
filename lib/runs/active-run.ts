import type { RunRecord } from "@/lib/schemas/files/run-record";
import type { ScoringRun } from "@/lib/schemas/files/scoring-run";
import { describeFailure } from "./describe-failure";
import type { RunSettings } from "./run-settings";
import { type ScoredRun, scoreRun } from "./score-run";
import type { Turn } from "./semaphore";
import { createThroughput } from "./throughput";

/** A run that this process scores now. */
export type ActiveRun = {
  describe(): ScoringRun;
  /** Ends it within a chunk; resolves when nothing of it is under way any more. */
  cancel(): Promise<void>;
  /** Resolves when it has ended, however it did. */
  readonly ended: Promise<void>;
};

const CANCELLED = Symbol("cancelled");

/** A record as everybody may see it. */
export function describeRun(
  { upload, column, format, version, ...run }: RunRecord,
  promptsPerSecond: number,
): ScoringRun {
  const left = run.rows - run.scored;
  const isGoingOn = run.state === "waiting" || run.state === "scoring";
  return {
    ...run,
    promptsPerSecond: isGoingOn ? promptsPerSecond : 0,
    secondsLeft: isGoingOn && promptsPerSecond > 0 ? left / promptsPerSecond : null,
  };
}

/**
 * Scores a run to its end: done, failed with a sentence, or cancelled. The text goes then, unless it is to be kept.
 * @param turn lets it begin when it is its turn; runs beyond a few wait.
 */
export function startRun(initial: RunRecord, settings: RunSettings, turn: Turn): ActiveRun {
  const { store, queue, uploads } = settings;
  const stop = new AbortController();
  const throughput = createThroughput(settings.now);
  let record: RunRecord = { ...initial, state: "waiting", scored: 0 };

  const finish = async (changes: Pick<RunRecord, "state"> & Partial<RunRecord>): Promise<void> => {
    // The text first: a record that says "done" must not lie about it.
    if (!record.keepPrompts) {
      await store.forgetPrompts(record.id);
      await uploads.forget(record.upload);
    }
    const last = { ...record, ...changes };
    await store.write(last);
    record = last;
    await store.forgetChunks(record.id);
  };

  const scoreAll = async (): Promise<void> => {
    const result = await store.readResult(record.id);
    if (result !== undefined) {
      // Killed between the result and the record of it.
      record = { ...record, rows: result.rows, scored: result.rows };
      return finish({ state: "done" });
    }
    const { name, format, column } = record;
    const onScored = (rows: number, earlier: boolean) => {
      if (!earlier) throughput.add(rows);
      record = { ...record, state: "scoring", scored: record.scored + rows };
    };
    const scoreRows = async (): Promise<ScoredRun> => {
      const version = await settings.version();
      if (version !== record.version) {
        // Begun with other routers: their win rates are not mixed.
        await store.forgetChunks(record.id);
        record = { ...record, version, scored: 0 };
        await store.write(record);
      }
      let problems = 0;
      const onProblem = () => {
        problems++;
      };
      const rows = settings.readRows({ path: store.promptsPath(record.id), name, format, column, onProblem });
      const scored = await scoreRun({ record, rows, store, queue, signal: stop.signal, onScored });
      record = { ...record, rows: scored.rows, problems };
      // Other routers were put to use meanwhile.
      return (await settings.version()) === version ? scored : scoreRows();
    };
    const { chunks, fingerprint } = await scoreRows();
    const { id: run, routers } = record;
    await settings.assemble({ kind: "assemble", run, name, routers, chunks, fingerprint }, stop.signal);
    await finish({ state: "done" });
  };

  const toTheEnd = async (): Promise<void> => {
    try {
      await turn(stop.signal, scoreAll);
    } catch (error) {
      if (stop.signal.aborted) return finish({ state: "cancelled" });
      const failure = describeFailure(error);
      if (failure === undefined) {
        process.stderr.write(`A scoring run failed: ${error instanceof Error ? error.stack : String(error)}\n`);
      }
      await finish({
        state: "failed",
        failure: failure ?? "The run was ended by an error of the server; its log says more.",
      });
    }
  };

  // A disk that takes not even the last record leaves the run as it was found at the next start.
  const ended = toTheEnd().catch((error: unknown) => {
    const failure = describeFailure(error) ?? "The end of the run could not be written down.";
    record = { ...record, state: "failed", failure };
    process.stderr.write(`A scoring run could not be ended: ${String(error)}\n`);
  });

  return {
    describe: () => describeRun(record, throughput.perSecond()),
    async cancel() {
      stop.abort(CANCELLED);
      await ended;
    },
    ended,
  };
}
