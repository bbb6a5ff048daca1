import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BENCHMARK_IDS } from "@/lib/domain/benchmark";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { calibrationArtifactSchema } from "@/lib/schemas/artifacts/calibration-artifact";
import { figuresArtifactSchema } from "@/lib/schemas/artifacts/figures-artifact";
import { checkArtifacts } from "@/lib/storage/check-artifacts";
import { readArtifact } from "@/lib/storage/read-artifact";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";
import { runCli } from "@/lib/test/run-cli";
import { smallTransformers } from "@/lib/test/small-transformers";
import { writeDataFolder } from "@/lib/test/write-data-folder";
import { TRAINING_STEPS } from "@/lib/training/columns/training-steps";
import { TRANSFORMER_SCHEDULE } from "@/lib/training/transformer/transformer-recipe";
import { evaluateBenchmark } from "./evaluate-benchmark";
import { trainRouters } from "./train-routers";

let data = "";
let out = "";
const steps: string[] = [];
const train = (name: string, options: { readonly seed?: number; readonly date?: string } = {}) =>
  trainRouters({
    dataDirectory: data,
    artifactsDirectory: join(out, name),
    seed: options.seed ?? 1,
    date: options.date ?? "2026-01-02",
    transformers: { train: [], kept: smallTransformers(), schedule: TRANSFORMER_SCHEDULE, stateDirectory: out },
    report: (step) => steps.push(step),
  });

/** sha256 of every file in a folder, by path. */
async function digests(directory: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const pairs = files.map(async (file) => {
    const digest = createHash("sha256").update(await readFile(file));
    return [relative(directory, file), digest.digest("hex")] as const;
  });
  return new Map((await Promise.all(pairs)).toSorted());
}

beforeAll(async () => {
  data = await writeDataFolder();
  out = await mkdtemp(join(tmpdir(), "routellm-train-"));
  await train("first");
});
afterAll(async () => {
  await rm(data, { recursive: true });
  await rm(out, { recursive: true });
});

describe("trainRouters", () => {
  it("writes a whole set of artifacts that passes the check at start, and reports every step in order", async () => {
    const manifest = await checkArtifacts(join(out, "first"));
    expect(manifest.files.map(({ path }) => path)).toEqual([
      "benchmarks/gsm8k.json",
      "benchmarks/mmlu.json",
      "benchmarks/mt-bench.json",
      "bert.onnx",
      "calibration.json",
      "causal-llm-instruction.txt",
      "causal-llm.onnx",
      "data-report.json",
      "encoder.json",
      "figures.json",
      "length.json",
      "mf.json",
      "origins.json",
      "prompt-embeddings.json",
      "reliability.json",
      "sw-ranking.json",
      "tokenizer.json",
      "transformers.json",
    ]);
    expect(manifest).toMatchObject({ seed: 1, date: "2026-01-02", pair: PAPER_PAIR });
    const names = TRAINING_STEPS.map(({ name }) => name).filter((name) => name !== "transformers");
    expect(steps.slice(0, names.length)).toEqual(names);
  });

  it("scores every question of every benchmark by every router, within [0, 1] and not all alike", async () => {
    for (const [id, questions] of [
      ["mmlu", 159],
      ["gsm8k", 60],
      ["mt-bench", 19],
    ] as const) {
      const { ids, winRates } = await readBenchmarkArtifact(join(out, "first"), id);
      expect(ids).toHaveLength(questions);
      for (const router of ROUTER_IDS) {
        expect(winRates[router], `${router} on ${id}`).toHaveLength(questions);
        expect(new Set(winRates[router]).size, `${router} on ${id}`).toBeGreaterThan(questions / 4);
      }
    }
  });

  it("learns what was planted: harder questions gain more, so the learned routers do better than chance", async () => {
    const { report } = await evaluateBenchmark({
      artifactsDirectory: join(out, "first"),
      benchmark: "gsm8k",
      routers: ROUTER_IDS,
      curve: "full",
    });
    expect(report.strong).toBeGreaterThan(report.weak);
    expect(report.routers.mf?.apgr).toBeGreaterThan(0.55);
    expect(report.routers.sw_ranking?.apgr).toBeGreaterThan(0.55);
  });

  it("samples calibration from the chat prompts, each with a win rate of its own from every router", async () => {
    const directory = join(out, "first");
    const sample = await readArtifact({ directory, path: "calibration.json", schema: calibrationArtifactSchema });
    expect(sample.sources).toEqual([
      { name: "oasst-7-models", prompts: 40 },
      { name: "arena-llama-3-70b", prompts: 40 },
    ]);
    expect(sample.characters).toHaveLength(80);
    for (const router of ROUTER_IDS) expect(sample.winRates[router].filter(Number.isFinite)).toHaveLength(80);
  });

  it("states figures that evaluating the artifacts gives again", async () => {
    const directory = join(out, "first");
    const figures = await readArtifact({ directory, path: "figures.json", schema: figuresArtifactSchema });
    for (const benchmark of BENCHMARK_IDS) {
      const options = { artifactsDirectory: directory, benchmark, routers: ROUTER_IDS, curve: "full" } as const;
      const { report } = await evaluateBenchmark(options);
      const stated = figures.benchmarks[benchmark];
      expect(stated.questions).toBe(report.questions);
      for (const router of ROUTER_IDS) {
        const { full, apgrInterval } = stated.routers[router];
        expect(full.apgr).toBeCloseTo(report.routers[router]?.apgr ?? Number.NaN, 9);
        expect(apgrInterval[0]).toBeLessThanOrEqual(apgrInterval[1]);
      }
    }
  });

  it("writes no text of the data: no prompt, and none of its words but model and subject names", async () => {
    const prompts = await readPromptsOf(data);
    expect(prompts.length).toBeGreaterThan(500);
    const texts = await Promise.all(
      [...(await digests(join(out, "first"))).keys()].map((path) => readFile(join(out, "first", path), "utf8")),
    );
    const written = texts.join("\n");
    const words = new Set(prompts.flatMap((prompt) => prompt.match(/[a-z]{8,}/g) ?? []));
    expect(words.size).toBeGreaterThan(100);
    // Also a word that goes on: each beginning counts.
    const begun = (written.match(/(?<=[" ])[a-z]{8,}/g) ?? []).flatMap((run) =>
      Array.from({ length: run.length - 7 }, (_, more) => run.slice(0, 8 + more)),
    );
    expect(begun.filter((beginning) => words.has(beginning))).toEqual([]);
  });

  it("gives the same files for the same seed but for the manifest's date, and others for another seed", async () => {
    await train("again", { date: "2026-03-04" });
    await train("other", { seed: 2 });
    const [first, again, other] = await Promise.all(
      ["first", "again", "other"].map(async (name) => new Map(await digests(join(out, name)))),
    );
    const differing = (map: ReadonlyMap<string, string> | undefined) =>
      [...(first ?? [])].filter(([path, digest]) => map?.get(path) !== digest).map(([path]) => path);
    expect(differing(again)).toEqual(["manifest.json"]);
    const manifests = await Promise.all(
      ["first", "again"].map((name) => readFile(join(out, name, "manifest.json"), "utf8")),
    );
    expect(manifests[1]).toBe(manifests[0]?.replace("2026-01-02", "2026-03-04"));
    expect(differing(other)).toEqual(expect.arrayContaining(["encoder.json", "mf.json", "benchmarks/mmlu.json"]));
  });
});

describe("training on nothing but benchmarks and the user's own Arena CSV", () => {
  it("gives finite win rates everywhere, and calibrates on the user's own prompts", async () => {
    const path = join(data, "MANIFEST.json");
    const whole = await readFile(path, "utf8");
    const manifest: { files: { path: string }[] } = JSON.parse(whole);
    const files = manifest.files.filter((file) => file.path.startsWith("benchmarks/"));
    await writeFile(path, JSON.stringify({ ...manifest, files }));
    await train("own").finally(() => writeFile(path, whole));
    const directory = join(out, "own");
    await checkArtifacts(directory);
    const sample = await readArtifact({ directory, path: "calibration.json", schema: calibrationArtifactSchema });
    expect(sample.sources).toEqual([{ name: "own-arena", prompts: 25 }]);
    expect(sample.winRates.mf.filter(Number.isFinite)).toHaveLength(25);
    for (const id of ["mmlu", "gsm8k", "mt-bench"] as const) {
      const { ids, winRates } = await readBenchmarkArtifact(directory, id);
      for (const router of ROUTER_IDS) expect(winRates[router].filter(Number.isFinite)).toHaveLength(ids.length);
    }
  });
});

describe("training on data that cannot be used", () => {
  const cli = (...args: string[]) => runCli(["train", "--out", join(out, "first"), ...args]);

  it("names the file and the line of a malformed row, exits with 2, and leaves the old artifacts as they were", async () => {
    const before = await digests(join(out, "first"));
    const path = join(data, "golden/fourteen-tasks-9-models.jsonl.gz");
    const good = await readFile(path);
    const lines = gunzipSync(good).toString("utf8").split("\n");
    await writeFile(path, gzipSync([...lines.slice(0, 4), '{"id":"broken"', ...lines.slice(5)].join("\n")));
    const { exitCode, stdout, stderr } = await cli("--data", data);
    await writeFile(path, good);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^routellm: [^\n]*fourteen-tasks-9-models\.jsonl\.gz, line 5: not JSON[^\n]*\n$/);
    expect(await digests(join(out, "first"))).toEqual(before);
  });

  it("says in one sentence that a folder holds no data", async () => {
    const { exitCode, stdout, stderr } = await cli("--data", join(data, "absent"));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^routellm: --data: [^\n]*absent is not a data folder: it has no MANIFEST\.json\.[^\n]*\n$/);
  });

  it("refuses a folder to write that holds something else, before it trains, and leaves that alone", async () => {
    const foreign = await mkdtemp(join(tmpdir(), "routellm-foreign-"));
    await writeFile(join(foreign, "thesis.txt"), "years of work");
    const { exitCode, stdout, stderr } = await runCli(["train", "--data", data, "--out", foreign]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(
      /^routellm: --out: [^\n]*holds thesis\.txt, which is no artifact and would be lost[^\n]*\n$/,
    );
    expect(await readFile(join(foreign, "thesis.txt"), "utf8")).toBe("years of work");
    await rm(foreign, { recursive: true });
  });
});

/** Every prompt of the golden tables, battles and benchmarks of a made-up data folder. */
async function readPromptsOf(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter(({ name }) => name.endsWith(".jsonl.gz"));
  const texts = await Promise.all(
    files.map(async (entry) => gunzipSync(await readFile(join(entry.parentPath, entry.name))).toString("utf8")),
  );
  const lines = texts.flatMap((text) => text.split("\n")).filter((line) => line !== "");
  return lines.map((line): string => {
    const row: { prompt?: string; turns?: string[] } = JSON.parse(line);
    return row.prompt ?? row.turns?.join(" ") ?? "";
  });
}
