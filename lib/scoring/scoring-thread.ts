import { RoutingError } from "@/lib/domain/routing-error";
import { encodeChunkScores } from "@/lib/runs/chunk-scores";
import { scoreChunk } from "@/lib/runs/score-chunk";
import type { ThreadAnswer, ThreadTask } from "@/lib/runs/thread-task";
import { getServedRouters } from "@/lib/serving/served-routers";
import { assembleRun } from "./assemble-run";
import { createGarbageCollector } from "./collect-garbage";
import { yieldToServer } from "./yield-to-server";

yieldToServer();

const collectGarbage = createGarbageCollector();
/** Chunks between two collections: a few percent of the time. */
const COLLECTED_AFTER = 4;
let chunks = 0;

async function answer(task: ThreadTask): Promise<Uint8Array> {
  if (chunks++ % COLLECTED_AFTER === 0) collectGarbage();
  if (task.kind === "score") return encodeChunkScores(await scoreChunk(task.job, await getServedRouters()));
  await assembleRun(task);
  return new Uint8Array();
}

/** What each thread of the pool runs (lib/runs/thread-pool); routers are loaded at its first chunk. */
export default async function doTask(task: ThreadTask): Promise<ThreadAnswer> {
  try {
    return { bytes: await answer(task) };
  } catch (error) {
    if (!(error instanceof RoutingError)) throw error;
    const { code, parameter, message } = error;
    return { failure: { code, parameter, message } };
  }
}
