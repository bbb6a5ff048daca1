import { setMaxListeners } from "node:events";
import type { RunRecord } from "@/lib/schemas/files/run-record";
import { chunkPrompts } from "./chunk-prompts";
import type { ChunkQueue } from "./chunk-queue";
import { createPromptFingerprint } from "./prompt-fingerprint";
import { rejectOnAbort } from "./reject-on-abort";
import type { RunStore } from "./run-store";

/** What was found while scoring. */
export type ScoredRun = { readonly rows: number; readonly chunks: number; readonly fingerprint: string };

/**
 * Reads the prompts of a run once, as a stream, and has each chunk scored that is not yet stored: a chunk counts exactly
 * once however often it is begun. At most `queue.width` chunks are in memory, so the reader waits for the workers.
 * @param options.onScored told how many more rows are stored, and whether they had been before.
 */
export async function scoreRun(options: {
  readonly record: RunRecord;
  readonly rows: AsyncIterable<{ readonly prompt: string }>;
  readonly store: RunStore;
  readonly queue: ChunkQueue;
  readonly signal: AbortSignal;
  readonly onScored: (rows: number, earlier: boolean) => void;
}): Promise<ScoredRun> {
  const { record, store, queue, onScored } = options;
  const ended = new AbortController();
  const signal = AbortSignal.any([options.signal, ended.signal]);
  // Each chunk under way listens.
  setMaxListeners(0, signal);
  const underWay = new Set<Promise<void>>();
  const fingerprint = createPromptFingerprint();

  const score = async (chunk: number, prompts: readonly string[]): Promise<void> => {
    const keep = (bytes: Uint8Array) => store.writeChunk(record.id, chunk, bytes);
    await queue.score({ job: { run: record.id, chunk, routers: record.routers, prompts }, signal, keep });
    onScored(prompts.length, false);
  };
  const begin = (chunk: number, prompts: readonly string[]): void => {
    const task = score(chunk, prompts).then(
      () => {
        underWay.delete(task);
      },
      // The first failure ends the run, and is thrown where the signal is asked next.
      (error: unknown) => {
        underWay.delete(task);
        ended.abort(error);
      },
    );
    underWay.add(task);
  };

  let [rows, chunks] = [0, 0];
  try {
    for await (const prompts of chunkPrompts(options.rows)) {
      signal.throwIfAborted();
      for (const prompt of prompts) fingerprint.add(prompt);
      if (await store.hasChunk(record, chunks, prompts.length)) onScored(prompts.length, true);
      else begin(chunks, prompts);
      rows += prompts.length;
      chunks++;
      while (underWay.size >= queue.width) await rejectOnAbort(signal, Promise.race(underWay));
    }
    await Promise.all(underWay);
    signal.throwIfAborted();
  } finally {
    // Nothing of a run writes once it has ended.
    ended.abort(new Error("The run has ended"));
    await Promise.all(underWay);
  }
  return { rows, chunks, fingerprint: fingerprint.digest() };
}
