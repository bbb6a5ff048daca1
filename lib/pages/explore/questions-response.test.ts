import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BENCHMARK_IDS } from "@/lib/domain/benchmark";
import { questionTextsSchema } from "@/lib/schemas/web/question-texts";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";
import { questionQuery, questionsResponse } from "./questions-response";

let directory = "";
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "questions-response-"));
  vi.stubEnv("ROUTELLM_DATA", directory);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await rm(directory, { recursive: true, force: true });
});

const put = async (path: string, content: string | Uint8Array) => {
  await mkdir(join(directory, path, ".."), { recursive: true });
  await writeFile(join(directory, path), content);
};
const ask = async (name: string, category: string) => {
  const response = await questionsResponse(name, { category });
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { status: response.status, body: await response.json() };
};

/** The ids of the shipped artifacts in one category. */
async function idsOf(name: (typeof BENCHMARK_IDS)[number], category: string): Promise<readonly string[]> {
  const artifact = await readBenchmarkArtifact("public/artifacts", name);
  return artifact.ids.filter((_, row) => artifact.categories[artifact.category[row] ?? -1] === category);
}

describe("questionsResponse", () => {
  it("says how to get the text where there is none, and looks again at the next request", async () => {
    const { status, body } = await ask("mmlu", "anatomy");
    expect(status).toBe(200);
    expect(questionTextsSchema.parse(body)).toEqual({
      texts: {},
      advice: expect.stringContaining("data fetch benchm"),
    });
    vi.stubEnv("ROUTELLM_DATA", join(directory, "absent"));
    expect((await ask("mmlu", "anatomy")).body.advice).toContain("ROUTELLM_DATA");
    vi.stubEnv("ROUTELLM_DATA", directory);
    await put("raw/mmlu/mmlu_anatomy.csv", "prompt,strong\nWhich bone?,True\nWhich nerve?,False\n");
    expect((await ask("mmlu", "anatomy")).body).toEqual({
      texts: { "mmlu-anatomy-0": "Which bone?", "mmlu-anatomy-1": "Which nerve?" },
      advice: null,
    });
    expect((await ask("mmlu", "astronomy")).body.texts).toEqual({});
  });

  it("reads a data folder's own benchmark files, and sends no more than the category asked for", async () => {
    const ids = await idsOf("mt-bench", "writing");
    expect(ids.length).toBeGreaterThan(3);
    const other = (await idsOf("mt-bench", "coding"))[0] ?? "";
    const lines = [...ids, other].map((id) => JSON.stringify({ id, turns: [`First of ${id}`, "then"] }));
    await put("benchmarks/mt-bench.jsonl.gz", gzipSync(lines.join("\n")));
    expect((await ask("mt-bench", "writing")).body).toEqual({
      texts: Object.fromEntries(ids.map((id) => [id, `First of ${id}`])),
      advice: null,
    });
  });

  it.each([
    ["mmlu-audited", "anatomy", /mmlu, gsm8k, mt-bench/],
    ["../manifest", "", /no such benchmark/],
    ["mmlu", "alchemy", /no such category/],
    ["mmlu", "", /no such category/],
  ])("answers %j, %j with 404", async (name, category, message) => {
    expect(await ask(name, category)).toEqual({ status: 404, body: { message: expect.stringMatching(message) } });
  });

  it("tells the log what is wrong with a file, and the visitor no folder", async () => {
    const log = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    await put("benchmarks/gsm8k.jsonl.gz", "no gzip");
    const [category = ""] = (await readBenchmarkArtifact("public/artifacts", "gsm8k")).categories;
    const { status, body } = await ask("gsm8k", category);
    expect(status).toBe(422);
    expect(body.message).not.toContain(directory);
    expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("gsm8k.jsonl.gz is not a complete gzip file"));
  });

  it("gives single questions by their ids, and nothing for ids that are no question's", async () => {
    await put("raw/mmlu/mmlu_anatomy.csv", "prompt,strong\nWhich bone?,True\nWhich nerve?,False\n");
    const answerTo = async (search: string) => {
      const response = await questionsResponse("mmlu", questionQuery(new URLSearchParams(search)));
      expect(response.status).toBe(200);
      return questionTextsSchema.parse(await response.json());
    };
    expect(await answerTo("id=mmlu-anatomy-1&id=no-such")).toEqual({
      texts: { "mmlu-anatomy-1": "Which nerve?" },
      advice: null,
    });
    expect(await answerTo("id=no-such")).toEqual({ texts: {}, advice: null });
    expect((await answerTo("id=mmlu-virology-0")).advice).toContain("data fetch benchmarks");
  });
});
