import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { runResultSchema } from "@/lib/schemas/web/run-calibration";
import { assembleResult } from "./assemble-result";
import { decodeChunkScores, encodeChunkScores } from "./chunk-scores";
import { runPaths } from "./run-paths";
import type { AssembleTask } from "./thread-task";

const SIZES = [300, 300, 150];
const ROWS = 750;
const random = createRandom(3);
const MF = Float32Array.from({ length: ROWS }, random);
const LENGTH = Float32Array.from({ length: ROWS }, random);
const TOKENS = Uint32Array.from({ length: ROWS }, (_, row) => 1 + (row % 7));

const TASK: AssembleTask = {
  kind: "assemble",
  run: "a-run",
  name: "march.csv",
  routers: ["mf", "length"],
  chunks: SIZES.length,
  fingerprint: "f".repeat(64),
};

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "routellm-assemble-"));
  const paths = runPaths(directory, TASK.run);
  await mkdir(paths.chunks, { recursive: true });
  let first = 0;
  for (const [chunk, size] of SIZES.entries()) {
    const part = <Column extends Uint32Array | Float32Array>(column: Column) => column.slice(first, first + size);
    const winRates = new Map([
      ["mf", Float32Array.from(part(MF))],
      ["length", Float32Array.from(part(LENGTH))],
    ] as const);
    await writeFile(paths.chunk(chunk), encodeChunkScores({ tokens: Uint32Array.from(part(TOKENS)), winRates }));
    first += size;
  }
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const assemble = async () => {
  const samples = [
    { name: "mmlu", winRates: new Map([["mf", [...MF]] as const]) },
    { name: "training", winRates: new Map([["mf", Array.from(MF, (winRate) => winRate / 10)] as const]) },
  ];
  await assembleResult({ directory, task: TASK, samples });
  return runResultSchema.parse(JSON.parse(await readFile(runPaths(directory, TASK.run).result, "utf8")));
};

it("calibrates on four fifths of all rows, whichever chunk they were in", async () => {
  const result = await assemble();
  expect(result).toMatchObject({
    run: "a-run",
    name: "march.csv",
    rows: ROWS,
    heldOut: 150,
    fingerprint: TASK.fingerprint,
  });
  expect(result.meanTokens).toBeCloseTo(TOKENS.reduce((sum, count) => sum + count, 0) / ROWS, 10);
  const table = result.routers.mf?.table;
  const half = table?.thresholds[500] ?? Number.NaN;
  const reached = MF.filter((winRate) => winRate >= half).length;
  const inBoth = 600 * (table?.shares[500] ?? Number.NaN) + 150 * (table?.heldOutShares[500] ?? Number.NaN);
  expect(inBoth).toBeCloseTo(reached, 6);
  expect(table?.histogram.reduce((sum, count) => sum + count, 0)).toBe(ROWS);
});

it("holds each router against the samples that it scored, and no other", async () => {
  const { routers } = await assemble();
  expect(routers.mf?.comparisons.map(({ with: name, level }) => [name, level])).toEqual([
    ["mmlu", "same"],
    ["training", "different"],
  ]);
  expect(routers.length?.comparisons).toEqual([]);
});

it("keeps all scores in one file, in the order of the rows", async () => {
  await assemble();
  const scores = decodeChunkScores(await readFile(runPaths(directory, TASK.run).scores), TASK.routers);
  expect(scores?.tokens).toEqual(TOKENS);
  expect(scores?.winRates.get("mf")).toEqual(MF);
  expect(scores?.winRates.get("length")).toEqual(LENGTH);
});

it("says so where a chunk is damaged", async () => {
  await writeFile(runPaths(directory, TASK.run).chunk(1), "cut off");
  await expect(assemble()).rejects.toMatchObject({ code: "invalid_data" });
});
