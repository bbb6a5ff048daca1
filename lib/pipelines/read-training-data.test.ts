import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BROKEN_SUBJECT } from "@/lib/domain/benchmark";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { createRandom } from "@/lib/math/seeded-random";
import { PLANTED_LEAKS, writeDataFolder } from "@/lib/test/write-data-folder";
import { type LoadedData, readTrainingData } from "./read-training-data";

let directory = "";
let loaded: LoadedData;
const read = (seed: number) => readTrainingData({ directory, pair: PAPER_PAIR, random: createRandom(seed) });
beforeAll(async () => {
  directory = await writeDataFolder();
  loaded = await read(1);
});
afterAll(() => rm(directory, { recursive: true }));

describe("readTrainingData", () => {
  it.each([
    [
      "csv",
      'id,model_a,model_b,prompt,winner_model_a,winner_model_b,winner_tie\n7,gpt-5,llama,"[""Which way is north?""]",1,0,0\n',
    ],
    ["jsonl", '{"id":"7","prompt":"Which way is north?","model_a":"gpt-5","model_b":"llama","winner":"model_a"}\n'],
  ])("learns from brought battles on top of the folder's, even of a name that is taken: %s", async (ending, text) => {
    const file = join(directory, `oasst-7-models.${ending}`);
    await writeFile(file, text);
    const random = createRandom(1);
    const { training, datasets } = await readTrainingData({ directory, pair: PAPER_PAIR, random, battleFiles: [file] });
    await rm(file);
    expect([...training.battles.keys()]).toEqual([...loaded.training.battles.keys(), "oasst-7-models-2"]);
    const [battle] = training.battles.get("oasst-7-models-2") ?? [];
    expect(battle).toMatchObject({ id: "7", prompt: "Which way is north?", modelA: "gpt-5", outcome: 1 });
    const listed = datasets.find(({ name }) => name === "oasst-7-models-2");
    expect(listed).toMatchObject({ path: `battles/oasst-7-models-2.${ending}`, rows: 1, rowsUsed: 1 });
  });

  it("leaves planted benchmark questions out of training, flagged or copied", () => {
    const { training, benchmarks, contamination } = loaded;
    expect(contamination).toEqual({
      flagged: PLANTED_LEAKS.flagged,
      textMatches: PLANTED_LEAKS.copied,
      nearDuplicates: 0,
      copies: ["copy-0", "copy-1"],
    });
    const asked = new Set(Object.values(benchmarks).flatMap((questions) => questions.map(({ prompt }) => prompt)));
    const seen = [...training.tables.flatMap(({ rows }) => rows), ...[...training.battles.values()].flat()];
    expect(seen.filter(({ prompt }) => asked.has(prompt))).toEqual([]);
    expect(training.tables.find(({ name }) => name === "mmlu-pro")?.rows).toHaveLength(100 - PLANTED_LEAKS.flagged);
  });

  it("drops contaminated questions from the benchmarks, but keeps their turns for the published routers", () => {
    expect(loaded.benchmarks.mmlu).toHaveLength(159);
    expect(loaded.benchmarks["mt-bench"]).toHaveLength(19);
    expect(loaded.mtBenchTurns.get("martian")).toHaveLength(40);
  });

  it("samples the pair's rows from MMLU, none of the broken subject, and leaves enough of it to measure on", () => {
    const { training, benchmarks, trained } = loaded;
    expect(training.pairRows.some(({ subject }) => subject === BROKEN_SUBJECT)).toBe(false);
    expect(training.pairRows.length).toBeGreaterThan(50);
    expect(trained).toHaveLength(training.pairRows.length);
    expect(trained.map((index) => benchmarks.mmlu[index]?.prompt).toSorted()).toEqual(
      training.pairRows.map(({ prompt }) => prompt).toSorted(),
    );
    const left = benchmarks.mmlu.filter(
      ({ category }, index) => category !== BROKEN_SUBJECT && !trained.includes(index),
    );
    expect(left.length).toBeGreaterThan(30);
  });

  it("samples the same rows for the same seed and others for another", async () => {
    expect((await read(1)).trained).toEqual(loaded.trained);
    expect((await read(2)).trained).not.toEqual(loaded.trained);
  });

  it("reads the user's own Arena CSV among the battles, and says of every file how much of it is used", () => {
    expect(loaded.training.battles.get("own-arena")).toHaveLength(25);
    const used = new Map(loaded.datasets.map(({ path, rows, rowsUsed, use }) => [path, [rows, rowsUsed, use]]));
    expect(used.get("battles/own-arena.csv")).toEqual([25, 25, "train"]);
    expect(used.get("golden/mmlu-pro.jsonl.gz")).toEqual([102, 97, "train"]);
    expect(used.get("benchmarks/mmlu.jsonl.gz")).toEqual([160, loaded.training.pairRows.length, "evaluate"]);
    expect(used.get("benchmarks/gsm8k.jsonl.gz")).toEqual([60, 0, "evaluate"]);
    expect(used.has("lib/training/written-prompts")).toBe(true);
  });
});
