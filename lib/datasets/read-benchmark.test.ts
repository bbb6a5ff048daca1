import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCorrectnessBenchmark, readMtBench } from "./read-benchmark";

const pair = { strong: "big", weak: "small" };
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-benchmark-"));
});
afterAll(() => rm(folder, { recursive: true }));

const write = async (...rows: readonly object[]) => {
  const path = join(folder, "rows.jsonl");
  await writeFile(path, rows.map((row) => JSON.stringify(row)).join("\n"));
  return path;
};

describe("readCorrectnessBenchmark", () => {
  const row = { id: "q1", prompt: "Which?", category: "law", contaminated: false };

  it("reads the pair's answers, whoever else answered", async () => {
    const path = await write(
      { ...row, scores: { small: 0, big: 1, other: 0 } },
      { ...row, id: "q2", contaminated: true, scores: { small: 1, big: 0 } },
    );
    expect(await readCorrectnessBenchmark(path, pair)).toEqual([
      { ...row, strong: 1, weak: 0 },
      { ...row, id: "q2", contaminated: true, strong: 0, weak: 1 },
    ]);
  });

  it("refuses a question that one of the pair did not answer, and names both", async () => {
    const path = await write({ ...row, scores: { big: 1 } });
    await expect(readCorrectnessBenchmark(path, pair)).rejects.toThrow(/question q1 has no score for small/);
  });

  it("refuses a score that is no share of correct answers", async () => {
    const path = await write({ ...row, scores: { big: 1, small: 10 } });
    await expect(readCorrectnessBenchmark(path, pair)).rejects.toThrow(/rows\.jsonl, line 1: scores\.small: /);
  });
});

describe("readMtBench", () => {
  const row = { id: "m1", question_id: 81, category: "writing", turns: ["First.", "Second."], contaminated: false };

  it("routes on the first turn and scores the mean of the turns, of which unparsed ones (−1) are left out", async () => {
    const path = await write({ ...row, turn_scores: { big: [9, 6], small: [7, -1], martian: [8, 8] } });
    const [question] = await readMtBench(path, pair);
    expect(question).toMatchObject({ id: "m1", prompt: "First.", category: "writing", strong: 7.5, weak: 7 });
    expect(question?.turnScores).toEqual(
      new Map([
        ["big", [9, 6]],
        ["small", [7]],
        ["martian", [8, 8]],
      ]),
    );
  });

  it("refuses a question of which no turn of one of the pair could be judged", async () => {
    const path = await write({ ...row, turn_scores: { big: [9, 6], small: [-1, -1] } });
    await expect(readMtBench(path, pair)).rejects.toThrow(/question m1 has no score for small/);
  });
});
