import { RoutingError } from "@/lib/domain/routing-error";
import type { DecisionRecord } from "@/lib/schemas/web/decision";
import type { Database } from "./database/open-database";
import { keepDecisions, LARGEST_BATCH, pruneDecisions } from "./decisions";

export type DecisionWriter = {
  /** Done once the record is written, or once it is clear that it will not be there soon. Never fails. */
  keep(record: DecisionRecord): Promise<void>;
  /** Writes what waits, once more where the database was out of order; what is not taken even then is lost. */
  close(): Promise<void>;
  readonly stored: number;
  /** Those that wait for the database. */
  readonly waiting: number;
  /** Those that the database did not take, and that no longer wait for it. */
  readonly lost: number;
};

/** Records that wait for a database which is out of order. */
const LONGEST_QUEUE = 10_000;
/** Until a database that is out of order is tried again. */
const REST_MS = 5000;
/** So many times as long as a commit took is left to other work before the next one: commits get a quarter of the time. */
const PAUSES = 3;
const LONGEST_PAUSE_MS = 20;
/** What a commit costs apart from its records is shared by those that come in this time. */
const SHORTEST_PAUSE_MS = 10;
/** So long an answer waits for its record at most: a cold start on a busy machine has taken more than 2 s. */
const PATIENCE_MS = 10_000;
/** Records after which the oldest are removed. */
const PRUNE_EVERY = 1000;

type Waiting = { readonly record: DecisionRecord; readonly done: () => void };

/**
 * Group commit: all records that come while a commit is under way, or soon after one, go into the next one together. The
 * first after a quiet time is written at once. While the database is out of order nobody waits for it: records queue up,
 * and those for which there is no room are lost: counted, and told of.
 *
 * @param options.kept how many records are kept, the newest; 0: none are written.
 * @param options.onTrouble told once each time that the database goes out of order.
 * @param options.onLoss told how many are lost so far: when losing begins, and once more at the end if that loses some.
 */
export function createDecisionWriter(options: {
  readonly database: () => Promise<Database>;
  readonly kept: number;
  readonly onTrouble: (error: unknown) => void;
  readonly onLoss: (lost: number) => void;
}): DecisionWriter {
  const { database, kept, onTrouble, onLoss } = options;
  let queue: Waiting[] = [];
  let busy = false;
  let broken = false;
  let notBefore = 0;
  let sincePruned = PRUNE_EVERY;
  let toldOfLoss = false;
  let writing: Promise<void> = Promise.resolve();
  let resting: NodeJS.Timeout | undefined;
  let closing = false;
  const counts = { stored: 0, lost: 0 };

  function schedule(ms: number): void {
    busy = true;
    const begin = () => {
      writing = write();
    };
    // Immediately, but after the other requests of this turn.
    if (ms <= 0) setImmediate(begin);
    else resting = setTimeout(begin, ms);
  }

  async function write(): Promise<void> {
    const batch = queue.slice(0, LARGEST_BATCH);
    const start = performance.now();
    try {
      const open = await database();
      await keepDecisions(
        open,
        batch.map(({ record }) => record),
      );
      leaveQueue(batch, "stored");
      broken = false;
      sincePruned += batch.length;
    } catch (error) {
      if (!broken) onTrouble(error);
      // What the database itself refuses, it would refuse for ever.
      if (!(error instanceof RoutingError)) leaveQueue(batch, "lost");
      broken = true;
      for (const { done } of queue) done();
    }
    if (!broken && sincePruned >= PRUNE_EVERY) await prune();
    const end = performance.now();
    notBefore = end + Math.min(Math.max(PAUSES * (end - start), SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS);
    busy = false;
    if (queue.length > 0 && !closing) schedule(broken ? REST_MS : queue.length < LARGEST_BATCH ? notBefore - end : 0);
  }

  function leaveQueue(batch: readonly Waiting[], as: keyof typeof counts): void {
    queue = queue.slice(batch.length);
    if (as === "stored") {
      counts.stored += batch.length;
      toldOfLoss = false;
    } else lose(batch.length);
    for (const { done } of batch) done();
  }

  function lose(records: number): void {
    counts.lost += records;
    if (!toldOfLoss) onLoss(counts.lost);
    toldOfLoss = true;
  }

  async function prune(): Promise<void> {
    try {
      if (await pruneDecisions(await database(), kept)) sincePruned = 0;
    } catch (error) {
      sincePruned = 0;
      onTrouble(error);
    }
  }

  return {
    async keep(record) {
      if (kept === 0) return;
      if (queue.length >= LONGEST_QUEUE) {
        lose(1);
        return;
      }
      const written = new Promise<void>((done) => {
        const patience = setTimeout(done, PATIENCE_MS).unref();
        queue.push({
          record,
          done: () => {
            clearTimeout(patience);
            done();
          },
        });
      });
      if (!busy) schedule(broken ? REST_MS : notBefore - performance.now());
      if (!broken) await written;
    },
    async close() {
      closing = true;
      clearTimeout(resting);
      // What is under way or about to begin ends with a look at the queue that finds it closed.
      await new Promise(setImmediate);
      await writing;
      for (let before = queue.length; queue.length > 0; before = queue.length) {
        await write();
        if (queue.length < before) continue;
        toldOfLoss = false;
        leaveQueue(queue, "lost");
      }
    },
    get waiting() {
      return queue.length;
    },
    get stored() {
      return counts.stored;
    },
    get lost() {
      return counts.lost;
    },
  };
}
