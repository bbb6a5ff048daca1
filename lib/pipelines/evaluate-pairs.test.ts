import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import { evaluatePairs } from "./evaluate-pairs";

/** Question 3 is contaminated; the artifact does not have it. */
const QUESTIONS = ["How many apples?", "How many pears?", "How much is left?", "Left out"];
/** `big` answers all, `small` the first, `middle` the first two; `absent` was not asked everything. */
const SCORES: Readonly<Record<string, readonly (number | null)[]>> = {
  big: [1, 1, 1, 0],
  middle: [1, 1, 0, 1],
  small: [1, 0, 0, 1],
  absent: [0, null, 0, 0],
};

let directory = "";
const options = { minimumGap: 0.1, artifactsDirectory: "", dataDirectory: "" };
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "routellm-pairs-"));
  options.artifactsDirectory = join(directory, "artifacts");
  options.dataDirectory = join(directory, "data");
  await mkdir(join(directory, "artifacts/benchmarks"), { recursive: true });
  const rising = [0.1, 0.2, 0.3];
  const artifact = {
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    benchmark: "gsm8k",
    strongModel: PAPER_PAIR.strong,
    weakModel: PAPER_PAIR.weak,
    categories: ["gsm8k"],
    ids: ["gsm8k-0", "gsm8k-1", "gsm8k-2"],
    category: [0, 0, 0],
    strong: [1, 1, 1],
    weak: [0, 0, 0],
    trained: [],
    // mf knows which questions are hard; length has it the wrong way round.
    winRates: { ...forEveryRouter(() => [0.5, 0.5, 0.5]), mf: rising, length: [...rising].reverse() },
    publishedPoints: [],
  };
  await writeFile(join(directory, "artifacts/benchmarks/gsm8k.json"), JSON.stringify(artifact));
  const write = async (path: string, lines: readonly unknown[]) => {
    await mkdir(join(directory, "data", path, ".."), { recursive: true });
    await writeFile(join(directory, "data", path), gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join("")));
  };
  await write(
    "benchmarks/gsm8k.jsonl.gz",
    QUESTIONS.map((prompt, index) => ({
      ...{ id: `gsm8k-${index}`, prompt, category: "gsm8k", contaminated: index === 3 },
      scores: { [PAPER_PAIR.strong]: 1, [PAPER_PAIR.weak]: 0 },
    })),
  );
  const table = QUESTIONS.map((prompt, index) => ({
    ...{ id: `other-${index}`, prompt: `${prompt} `, category: "gsm8k" },
    scores: Object.fromEntries(Object.entries(SCORES).map(([model, scores]) => [model, scores[index] ?? null])),
  }));
  // In another order than the benchmark's: questions are found by their text.
  await write("golden/gsm8k-44-models.jsonl.gz", table.reverse());
  const files = ["benchmarks/gsm8k.jsonl.gz", "golden/gsm8k-44-models.jsonl.gz"].map((path) => ({
    ...{ path, rows: 4, licence: "made up", source: "this test", use: "evaluate" },
  }));
  await writeFile(join(directory, "data/MANIFEST.json"), JSON.stringify({ ...PAPER_PAIR, files }));
});
afterAll(() => rm(directory, { recursive: true }));

it("measures routers on all pairs far enough apart, by hand, over prompt length", async () => {
  const report = await evaluatePairs(options);
  expect(report).toMatchObject({ benchmark: "gsm8k", questions: 3, models: 3 });
  expect(report.pairs).toEqual([
    { strong: "big", weak: "small" },
    { strong: "big", weak: "middle" },
    { strong: "middle", weak: "small" },
  ]);
  // By mf, gains come at ranks (1, 2), (1) and (2) of 3: APGR (5/6 + 1/2)/2 = 2/3, 5/6, 1/2. Length mirrors them about ½.
  expect(report.routers.mf?.apgr).toBeCloseTo((2 / 3 + 5 / 6 + 1 / 2) / 3, 12);
  expect(report.routers.length?.apgr).toBeCloseTo((1 / 3 + 1 / 6 + 1 / 2) / 3, 12);
  expect(report.routers.mf?.overLength).toBeCloseTo(1 / 3, 12);
  expect(report.routers.length).toMatchObject({ overLength: 0, interval: [0, 0] });
  expect(report.routers.random?.apgr).toBeCloseTo(0.5, 12);
});

it("says what to do where no pair is that far apart, or where the table is missing", async () => {
  await expect(evaluatePairs({ ...options, minimumGap: 0.9 })).rejects.toThrow("ask for a smaller gap");
  const elsewhere = { ...options, dataDirectory: join(directory, "nowhere") };
  await expect(evaluatePairs(elsewhere)).rejects.toThrow("is not a data folder");
});
