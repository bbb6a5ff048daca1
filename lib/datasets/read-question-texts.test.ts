import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BENCHMARK_RAW_FILES } from "@/lib/datasets/sources/benchmark-raw-files";
import { openDataFolder } from "@/lib/datasets/sources/open-data-folder";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { findDataDirectory } from "@/lib/test/shared-data";
import { readCorrectnessBenchmark, readMtBench } from "./read-benchmark";
import { readQuestionTexts } from "./read-question-texts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-raw-"));
});
afterEach(() => rm(folder, { recursive: true }));

const put = async (path: string, content: string) => {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
};

describe("readQuestionTexts", () => {
  it("gives MMLU questions by subject and row, whatever line breaks and quotes they hold", async () => {
    const head = "prompt,mixtral-8x7b-instruct-v0.1,gpt-4-1106-preview";
    await put(
      "raw/mmlu/mmlu_us_history.csv",
      `${head}\n"Who said ""no""?\nA. Me\nB. You\nAnswer:",True,False\nWhen?,False,True\n`,
    );
    await put("raw/mmlu/mmlu_law.csv", `${head}\r\nWhy?,True,True\r\n`);
    await put("raw/mmlu/mmlu_law.csv.part", "unfinished");
    const texts = await readQuestionTexts(folder, "mmlu");
    expect([...texts]).toEqual([
      ["mmlu-law-0", "Why?"],
      ["mmlu-us_history-0", 'Who said "no"?\nA. Me\nB. You\nAnswer:'],
      ["mmlu-us_history-1", "When?"],
    ]);
    expect(await readQuestionTexts(folder, "mmlu-audited")).toEqual(texts);
  });

  it("gives GSM8K questions by row; the models' answers beside them stay out", async () => {
    await put(
      "raw/gsm8k/gsm8k_responses.csv",
      'prompt,weak,strong,weak_response\nHow many?,True,True,"4\n#### 4"\nHow far?,False,True,"x"\n',
    );
    expect([...(await readQuestionTexts(folder, "gsm8k"))]).toEqual([
      ["gsm8k-0", "How many?"],
      ["gsm8k-1", "How far?"],
    ]);
  });

  it("gives the first turn of MT-Bench by question id", async () => {
    const line = { question_id: 81, category: "writing", turns: ["Write.", "Rewrite."], reference: [] };
    await put("raw/mt-bench/question.jsonl", `${JSON.stringify(line)}\n`);
    expect([...(await readQuestionTexts(folder, "mt-bench"))]).toEqual([["mt-bench-81", "Write."]]);
  });

  it("is empty where nothing was fetched", async () => {
    for (const benchmark of ["mmlu", "mmlu-audited", "gsm8k", "mt-bench"] as const) {
      expect(await readQuestionTexts(folder, benchmark)).toEqual(new Map());
    }
  });

  it.each([
    [
      "gsm8k",
      "raw/gsm8k/gsm8k_responses.csv",
      "question\nHow?\n",
      /gsm8k_responses\.csv: it has no prompt column; delete/,
    ],
    ["mmlu", "raw/mmlu/mmlu_law.csv", 'prompt,a\n"open,True\n', /mmlu_law\.csv: Quote Not Closed/],
    ["mt-bench", "raw/mt-bench/question.jsonl", '{"question_id":81,"turns":[]}\n', /question\.jsonl, line 1: turns/],
  ] as const)("names a file of %s in another layout", async (benchmark, path, content, message) => {
    await put(path, content);
    await expect(readQuestionTexts(folder, benchmark)).rejects.toThrow(message);
  });
});

const data = findDataDirectory();
const raw = data !== undefined && existsSync(join(data, "raw")) ? data : undefined;

describe.skipIf(raw === undefined)(
  `fetched questions${raw === undefined ? " (left out: no raw/ in the data folder)" : ""}`,
  () => {
    it("are those of the benchmark files, id for id", async () => {
      if (raw === undefined) return;
      const file = (name: string) => join(raw, "benchmarks", `${name}.jsonl.gz`);
      const benchmarks = {
        mmlu: await readCorrectnessBenchmark(file("mmlu"), PAPER_PAIR),
        gsm8k: await readCorrectnessBenchmark(file("gsm8k"), PAPER_PAIR),
        "mt-bench": await readMtBench(file("mt-bench"), PAPER_PAIR),
      };
      for (const name of ["mmlu", "gsm8k", "mt-bench"] as const) {
        const expected = new Map(benchmarks[name].map(({ id, prompt }) => [id, prompt]));
        expect(await readQuestionTexts(raw, name)).toEqual(expected);
      }
    });
  },
);

describe.skipIf(data === undefined)(
  `raw files${data === undefined ? " (left out: needs ../shared/data or ROUTELLM_DATA)" : ""}`,
  () => {
    it("are those that the shared data folder's manifest names", async () => {
      if (data === undefined) return;
      const { benchmarks } = await openDataFolder(data);
      expect(Object.fromEntries(benchmarks.map(({ name, raw: named }) => [name, named]))).toEqual(BENCHMARK_RAW_FILES);
    });
  },
);
