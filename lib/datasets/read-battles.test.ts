import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBattles } from "./read-battles";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-battles-"));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (name: string, content: string | Uint8Array) => {
  await writeFile(join(folder, name), content);
  return readBattles(join(folder, name), "made up");
};

describe("battles as JSON Lines", () => {
  const line = (fields: object) =>
    JSON.stringify({ id: "1", prompt: "Hi", model_a: "Llama3.1-8B", model_b: "gpt-4", winner: "model_a", ...fields });

  it("gives the outcome of model A, canonical names, and empty strings and no flag where the file says nothing", async () => {
    const winners = ["model_a", "model_b", "tie", "tie (bothbad)"];
    const battles = await read("a.jsonl.gz", gzipSync(winners.map((winner) => line({ winner })).join("\n")));
    expect(battles.map(({ outcome }) => outcome)).toEqual([1, 0, 0.5, 0.5]);
    expect(battles[0]).toEqual({
      id: "1",
      prompt: "Hi",
      modelA: "llama-3.1-8b-instruct",
      modelB: "gpt-4-0314",
      outcome: 1,
      source: "made up",
      category: "",
      flagged: false,
    });
  });

  it("flags what is in a benchmark, and keeps categories", async () => {
    const lines = [{ in_benchmark: ["mmlu"], category: "maths" }, { in_benchmark: [] }].map(line);
    expect((await read("b.jsonl", lines.join("\n"))).map(({ flagged, category }) => [flagged, category])).toEqual([
      [true, "maths"],
      [false, ""],
    ]);
  });

  it("refuses a winner it does not know, and names the line", async () => {
    const lines = [line({}), line({ winner: "model_c" })];
    await expect(read("c.jsonl", lines.join("\n"))).rejects.toThrow(/c\.jsonl, line 2: winner: /);
  });
});

const HEAD = "id,model_a,model_b,prompt,response_a,response_b,winner_model_a,winner_model_b,winner_tie";

describe("battles as Arena-55k CSV", () => {
  it("reads the first user turn, with line breaks, commas and quotes in it, and every kind of outcome", async () => {
    const csv = [
      `\uFEFF${HEAD}`,
      '1,gpt-4,Koala-13B,"[""A first turn,\\nwith a \\""quote\\"""",""then another""]","[""r"",null]",x,1,0,0',
      '2,a,b,"[""Another long enough prompt""]","multi\nline answer",x,0,1,0',
      '3,a,b,"[""Yet another prompt to read""]",x,x,0,0,1',
      "",
    ].join("\r\n");
    const battles = await read("arena.csv", csv);
    expect(battles.map(({ outcome }) => outcome)).toEqual([1, 0, 0.5]);
    expect(battles[0]).toEqual({
      id: "1",
      prompt: 'A first turn,\nwith a "quote"',
      modelA: "gpt-4-0314",
      modelB: "koala-13b",
      outcome: 1,
      source: "made up",
      category: "",
      flagged: false,
    });
  });

  it("drops prompts shorter than 16 characters, as the public release does", async () => {
    const row = (prompt: string) => `1,a,b,"[""${prompt}""]",x,x,1,0,0`;
    const battles = await read("short.csv", [HEAD, row("x".repeat(15)), row("y".repeat(16)), row("")].join("\n"));
    expect(battles.map(({ prompt }) => prompt)).toEqual(["y".repeat(16)]);
  });

  it("takes a prompt that is no list of turns as it stands", async () => {
    const csv = [HEAD, "1,a,b,A plain prompt of some length,x,x,1,0,0", '2,a,b,"[null, ""no first turn""]",x,x,1,0,0'];
    expect((await read("plain.csv", csv.join("\n"))).map(({ prompt }) => prompt)).toEqual([
      "A plain prompt of some length",
      '[null, "no first turn"]',
    ]);
  });

  it.each([
    ["columns.csv", "id,question\n1,what\n", /columns\.csv, line 2: .*whose columns are id, model_a, model_b/],
    ["winner.csv", `${HEAD}\n1,a,b,p,x,x,1,0,0\n2,a,b,p,x,x,yes,0,0\n`, /winner\.csv, line 3: winner_model_a/],
    ["ragged.csv", `${HEAD}\n1,a,b\n`, /ragged\.csv is no valid CSV: .*line 2/],
    ["open.csv", `${HEAD}\n1,a,b,"never closed\n`, /open\.csv is no valid CSV/],
  ])("refuses %s and says where it is wrong", async (name, content, message) => {
    await expect(read(name, content)).rejects.toMatchObject({
      code: "invalid_data",
      message: expect.stringMatching(message),
    });
  });

  it("reads no battles from a file with nothing but its head", async () => {
    expect(await read("head.csv", `${HEAD}\n`)).toEqual([]);
  });
});
