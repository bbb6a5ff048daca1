import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBattles } from "@/lib/datasets/read-battles";
import { readCorrectnessBenchmark, readMtBench } from "@/lib/datasets/read-benchmark";
import { readGoldenTable } from "@/lib/datasets/read-golden-table";
import { readOutcomeTable } from "@/lib/datasets/read-outcome-table";
import { RoutingError } from "@/lib/domain/routing-error";
import { createBadRowCount, type OnBadRow, refuseBadRows } from "./bad-rows";
import { readPrompts } from "./read-prompts";

const bad = (path: string, line: number) =>
  new RoutingError({ code: "invalid_data", parameter: path, message: `${path}, line ${line}: not JSON.` });

describe("createBadRowCount", () => {
  it("has nothing to say of good files", () => {
    expect(createBadRowCount().list()).toEqual([]);
  });

  it("counts by file, keeps the first fault, and counts a row once however often its file is read", () => {
    const { onBadRow, list } = createBadRowCount();
    for (const error of [bad("b", 7), bad("a", 2), bad("b", 9), bad("b", 7)]) onBadRow(error);
    expect(list()).toEqual([
      { path: "b", rows: 2, first: "b, line 7: not JSON." },
      { path: "a", rows: 1, first: "a, line 2: not JSON." },
    ]);
  });
});

describe("refuseBadRows", () => {
  it("throws what it hears", () => {
    expect(() => refuseBadRows(bad("a", 1))).toThrow("a, line 1: not JSON.");
  });
});

describe("readers of rows", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "routellm-bad-rows-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const pair = { strong: "s", weak: "w" };
  const golden = { id: "1", prompt: "p", category: "c", scores: { s: 1, w: 0 } };
  const turns = { id: "1", question_id: 1, category: "c", turns: ["p"], contaminated: false };
  const lines = (...rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).join("\n");
  const battle = { id: "1", prompt: "p", model_a: "a", model_b: "b", winner: "tie" };
  const arena =
    "id,model_a,model_b,prompt,winner_model_a,winner_model_b,winner_tie\n1,a,b,a prompt of some length,1,0,0\n";
  const readers: readonly (readonly [
    string,
    string,
    number,
    (path: string, onBadRow?: OnBadRow) => Promise<unknown[]>,
  ])[] = [
    [
      "battles.jsonl",
      `${lines(battle)}\n{\n${lines({ ...battle, winner: "c" }, battle)}`,
      2,
      (path, heard) => readBattles(path, "x", heard),
    ],
    [
      "battles.csv",
      `${arena}2,a,b,a prompt of some length,yes,0,0\n3,a\n4,a,b,a prompt of some length,0,1,0`,
      2,
      (path, heard) => readBattles(path, "x", heard),
    ],
    ["golden.jsonl", lines(golden, { ...golden, scores: { s: 2 } }, golden), 2, readGoldenTable],
    [
      "mmlu.jsonl",
      lines({ ...golden, contaminated: false }, { ...golden, scores: { s: 1 }, contaminated: false }),
      1,
      (path, heard) => readCorrectnessBenchmark(path, pair, heard),
    ],
    [
      "mt-bench.jsonl",
      lines({ ...turns, turn_scores: { s: [-1], w: [3] } }, { ...turns, turn_scores: { s: [9], w: [3] } }),
      1,
      (path, heard) => readMtBench(path, pair, heard),
    ],
    ["prompts.csv", "id,prompt\n1,what\n2,\n3,what,more\n4,why\n", 2, readPrompts],
    ["prompts.jsonl", lines({ prompt: "what" }, { text: "what" }, { prompt: "why" }), 2, readPrompts],
    ["table.csv", "id,prompt,m\n1,p,1\n1,p,1\n2,p,2\n3,p,\n", 2, readOutcomeTable],
    ["table.jsonl", lines(golden, { ...golden, id: "2", scores: { m: "1" } }), 1, readOutcomeTable],
  ];

  it.each(readers)(
    "stop at a bad row of %s, or leave it out and keep the others",
    async (name, content, kept, read) => {
      const path = join(folder, name);
      await writeFile(path, content);
      await expect(read(path)).rejects.toThrow(path);
      const { onBadRow, list } = createBadRowCount();
      expect(await read(path, onBadRow)).toHaveLength(kept);
      expect(list()).toEqual([{ path, rows: expect.any(Number), first: expect.stringContaining(path) }]);
    },
  );
});
