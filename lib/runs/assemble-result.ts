import { readFile } from "node:fs/promises";
import { calibrationTable } from "@/lib/calibration/calibration-table";
import { compareSamples } from "@/lib/calibration/drift";
import { heldOutRows } from "@/lib/calibration/held-out-rows";
import type { RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import type { RunResult } from "@/lib/schemas/web/run-calibration";
import { writeAtomically } from "@/lib/storage/write-atomically";
import { type ChunkScores, decodeChunkScores, encodeChunkScores } from "./chunk-scores";
import { runPaths } from "./run-paths";
import type { AssembleTask } from "./thread-task";

/** The same rows of a file are held out each time it is scored. */
const HELD_OUT_SEED = 1;

/** Win rates that a run is held against. */
export type ComparedSample = {
  /** A benchmark's name, or `training`. */
  readonly name: string;
  readonly winRates: ReadonlyMap<RouterId, readonly number[]>;
};

/** Puts a run's chunks together: `scores.bin` with all rows, and `result.json`, which the page shows. */
export async function assembleResult(options: {
  readonly directory: string;
  readonly task: AssembleTask;
  readonly samples: readonly ComparedSample[];
}): Promise<void> {
  const { directory, task, samples } = options;
  const paths = runPaths(directory, task.run);
  const scores = await joinChunks(task, paths.chunk);
  await writeAtomically(paths.scores, encodeChunkScores(scores));
  await writeAtomically(paths.result, JSON.stringify(describeScores({ scores, task, samples })));
}

function describeScores(options: {
  scores: ChunkScores;
  task: AssembleTask;
  samples: readonly ComparedSample[];
}): RunResult {
  const { scores, task, samples } = options;
  const { tokens } = scores;
  const mask = heldOutRows({ rows: tokens.length, seed: HELD_OUT_SEED });
  const heldOut = (row: number) => mask[row] === 1;
  const routers = [...scores.winRates].map(([router, winRates]) => {
    const comparisons = samples.flatMap(({ name, winRates: others }) => {
      const other = others.get(router);
      return other === undefined ? [] : [compareSamples({ winRates, other, name })];
    });
    return [router, { table: calibrationTable({ winRates, tokens, heldOut }), comparisons }] as const;
  });
  return {
    run: task.run,
    name: task.name,
    rows: tokens.length,
    heldOut: mask.reduce((sum, held) => sum + held, 0),
    meanTokens: tokens.reduce((sum, count) => sum + count, 0) / tokens.length,
    fingerprint: task.fingerprint,
    routers: Object.fromEntries(routers),
  };
}

async function joinChunks({ chunks, routers }: AssembleTask, path: (chunk: number) => string): Promise<ChunkScores> {
  const parts: ChunkScores[] = [];
  for (let chunk = 0; chunk < chunks; chunk++) {
    const part = decodeChunkScores(await readFile(path(chunk)), routers);
    if (part === undefined) {
      const message = "A part of the scores is damaged on the server's disk; bring the prompts again.";
      throw new RoutingError({ code: "invalid_data", parameter: "run", message });
    }
    parts.push(part);
  }
  const rows = parts.reduce((sum, { tokens }) => sum + tokens.length, 0);
  const tokens = new Uint32Array(rows);
  const winRates = new Map(routers.map((router) => [router, new Float32Array(rows)]));
  let first = 0;
  for (const part of parts) {
    tokens.set(part.tokens, first);
    for (const [router, column] of part.winRates) winRates.get(router)?.set(column, first);
    first += part.tokens.length;
  }
  return { tokens, winRates };
}
