import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { BROKEN_SUBJECT } from "@/lib/domain/benchmark";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { mean } from "@/lib/math/moments";
import { rank } from "@/lib/math/rank";
import { evaluateBenchmark } from "@/lib/pipelines/evaluate-benchmark";
import { transformersArtifactSchema } from "@/lib/schemas/artifacts/transformers-artifact";
import { tokenizerFileSchema } from "@/lib/schemas/files/tokenizer-file";
import { checkArtifacts } from "@/lib/storage/check-artifacts";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";
import { EASY_PROMPTS, HARD_PROMPTS } from "@/lib/test/easy-hard-prompts";
import { getRouters } from "./container";

const SHIPPED = fileURLToPath(new URL("../../public/artifacts", import.meta.url));
const LEARNED = ["mf", "sw_ranking", "bert", "causal_llm"] as const;

/** What is shipped now holds these: floors of the full curve's APGR on questions that no router was trained on. */
const FLOORS = {
  mf: { "mmlu-audited": 0.6, mmlu: 0.585, gsm8k: 0.585, "mt-bench": 0.68 },
  sw_ranking: { "mmlu-audited": 0.6, mmlu: 0.585, gsm8k: 0.585, "mt-bench": 0.68 },
  bert: { "mmlu-audited": 0.59, mmlu: 0.575, gsm8k: 0.565, "mt-bench": 0.74 },
  causal_llm: { "mmlu-audited": 0.59, mmlu: 0.575, gsm8k: 0.56, "mt-bench": 0.74 },
} as const;

/** Chance that a hard prompt gets a higher win rate than an easy one, ties counting half (Mann–Whitney). */
function areaUnderCurve(easy: readonly number[], hard: readonly number[]): number {
  const ranks = rank([...hard, ...easy]).slice(0, hard.length);
  return (
    (ranks.reduce((sum, each) => sum + each, 0) - (hard.length * (hard.length + 1)) / 2) / (hard.length * easy.length)
  );
}

describe("the shipped routers", () => {
  it.each(
    LEARNED.flatMap((router) =>
      Object.entries(FLOORS[router]).map(([benchmark, floor]) => [router, benchmark, floor] as const),
    ),
  )("%s recovers on %s at least %d of the gap on average", async (router, name, floor) => {
    const benchmark = name === "mmlu" || name === "mmlu-audited" || name === "gsm8k" ? name : "mt-bench";
    const options = { artifactsDirectory: SHIPPED, benchmark, routers: ROUTER_IDS, curve: "full" } as const;
    const { report } = await evaluateBenchmark(options);
    expect(report.routers[router]?.apgr).toBeGreaterThanOrEqual(floor);
  });

  it.each(LEARNED)(
    "%s ranks mathematics above the mean, marketing and management in the lowest third",
    async (router) => {
      const { categories, category, winRates } = await readBenchmarkArtifact(SHIPPED, "mmlu");
      const means = new Map(
        categories.map((name, index) => [name, mean(winRates[router].filter((_, row) => category[row] === index))]),
      );
      const overall = mean(winRates[router]);
      for (const subject of ["college_mathematics", "elementary_mathematics"]) {
        expect(means.get(subject), subject).toBeGreaterThan(overall);
      }
      const ascending = [...means].sort(([, left], [, right]) => left - right).map(([name]) => name);
      expect(ascending).toHaveLength(57);
      for (const subject of ["marketing", "management"]) {
        expect(ascending.indexOf(subject), subject).toBeLessThan(57 / 3);
        expect(ascending.indexOf(subject), subject).toBeGreaterThanOrEqual(0);
      }
    },
  );

  it.each([
    ["mf", 0.95],
    ["sw_ranking", 0.95],
    ["bert", 0.94],
    ["causal_llm", 0.91],
  ] as const)("%s tells easy from hard prompts written for this project, AUC at least %d", async (router, floor) => {
    const score = async (prompts: readonly string[]) => (await getRouters()).get(router)?.scoreBatch(prompts) ?? [];
    expect(areaUnderCurve(await score(EASY_PROMPTS), await score(HARD_PROMPTS))).toBeGreaterThanOrEqual(floor);
  });
});

describe("the shipped artifacts", () => {
  it("are whole, and take less than 8 MB in all", async () => {
    await checkArtifacts(SHIPPED);
    const entries = await readdir(SHIPPED, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    const sizes = await Promise.all(
      files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(8_000_000);
  });

  it("were trained on at most 1,600 questions of MMLU, copies counted, none of the broken subject, and none elsewhere", async () => {
    const mmlu = await readBenchmarkArtifact(SHIPPED, "mmlu");
    expect(mmlu.trained.length).toBeGreaterThan(0);
    expect(mmlu.trained.length).toBeLessThanOrEqual(1600);
    const broken = mmlu.categories.indexOf(BROKEN_SUBJECT);
    expect(broken).toBeGreaterThanOrEqual(0);
    expect(mmlu.trained.filter((row) => mmlu.category[row] === broken)).toEqual([]);
    for (const other of ["gsm8k", "mt-bench"] as const) {
      expect((await readBenchmarkArtifact(SHIPPED, other)).trained).toEqual([]);
    }
  });

  it("hold no text of a data set: no sentence longer than a source's name, and nothing long but packed numbers", async () => {
    const { files } = await checkArtifacts(SHIPPED);
    let packed = 0;
    for (const { path } of files.filter((file) => file.path.endsWith(".json") && file.path !== "tokenizer.json")) {
      const texts = textsIn(JSON.parse(await readFile(join(SHIPPED, path), "utf8")));
      for (const text of texts) {
        // What is long must be base64 of whole 32-bit floats, which no sentence is: it has no blanks.
        if (text.length <= 200) continue;
        packed += 1;
        expect(/^[A-Za-z0-9+/]+=*$/.test(text) && Buffer.from(text, "base64").length % 4 === 0, path).toBe(true);
      }
      expect(
        texts.filter((text) => text.length <= 200 && text.split(/\s+/).length > 12),
        path,
      ).toEqual([]);
    }
    expect(packed).toBeGreaterThan(5);
  });

  it("hold a vocabulary of words and parts of words, never of two words together", async () => {
    const { model } = tokenizerFileSchema.parse(JSON.parse(await readFile(join(SHIPPED, "tokenizer.json"), "utf8")));
    const tokens = Object.keys(model.vocab);
    expect(tokens.length).toBeGreaterThan(256);
    // Ġ stands for a blank: in front of a word, or in a run of blanks.
    expect(tokens.filter((token) => /[^ĠĊĉč]Ġ/.test(token))).toEqual([]);
    expect(Math.max(...tokens.map((token) => token.length))).toBeLessThanOrEqual(64);
  });

  it("hold transformers whose win rates at 8 bits are those that were trained, within .01 on 1,000 prompts", async () => {
    const { bert, causal_llm } = transformersArtifactSchema.parse(
      JSON.parse(await readFile(join(SHIPPED, "transformers.json"), "utf8")),
    );
    for (const { rounding } of [bert, causal_llm]) {
      // 0 would be the same numbers, and nothing was measured.
      expect(rounding).toBeGreaterThan(0);
      expect(rounding).toBeLessThanOrEqual(0.01);
    }
  });

  it.each(["bert.onnx", "causal-llm.onnx"])(
    "hold in %s names and numbers, no sentence, in at most 3 MB",
    async (path) => {
      const content = await readFile(join(SHIPPED, path));
      expect(content.length).toBeLessThanOrEqual(3_000_000);
      const sentences = content.toString("latin1").match(/(?:[A-Za-z]{2,} ){4,}/g);
      expect(sentences).toBeNull();
    },
  );
});

/** Every string in a JSON value, names of fields included. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) => [...(Array.isArray(value) ? [] : [name]), ...textsIn(field)]);
}
