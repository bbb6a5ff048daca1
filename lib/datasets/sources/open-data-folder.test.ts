import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDataFolder } from "./open-data-folder";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-data-"));
});
afterAll(() => rm(folder, { recursive: true }));

const file = (path: string, use = "train") => ({ path, rows: 3, licence: "MIT", source: "made up", use });
const open = async (name: string, manifest: unknown, battles: readonly string[] = []) => {
  const directory = join(folder, name);
  await mkdir(join(directory, "battles"), { recursive: true });
  await writeFile(join(directory, "MANIFEST.json"), typeof manifest === "string" ? manifest : JSON.stringify(manifest));
  for (const battle of battles) await writeFile(join(directory, "battles", battle), "");
  return openDataFolder(directory);
};

describe("openDataFolder", () => {
  it("sorts what the manifest names by folder, and calls files by their names without endings", async () => {
    const files = [
      file("battles/votes.jsonl.gz"),
      file("golden/table-v1.2.jsonl"),
      file("benchmarks/mmlu.jsonl.gz", "evaluate"),
      file("elsewhere/x.jsonl"),
    ];
    const { battles, golden, benchmarks } = await open("good", { strong: "a", weak: "b", files });
    const at = (path: string) => join(folder, "good", path);
    expect(battles).toEqual([{ ...files[0], name: "votes", file: at("battles/votes.jsonl.gz") }]);
    expect(golden).toEqual([{ ...files[1], name: "table-v1.2", file: at("golden/table-v1.2.jsonl") }]);
    expect(benchmarks).toEqual([{ ...files[2], name: "mmlu", file: at("benchmarks/mmlu.jsonl.gz") }]);
  });

  it("adds the user's own CSV files in battles/, in order of name, and nothing else that lies there", async () => {
    const manifest = { strong: "a", weak: "b", files: [] };
    const { battles } = await open("own", manifest, ["train.csv", "arena.csv", "notes.txt", "votes.jsonl.gz"]);
    expect(battles.map(({ name, path, use }) => [name, path, use])).toEqual([
      ["arena", "battles/arena.csv", "train"],
      ["train", "battles/train.csv", "train"],
    ]);
  });

  it("says in one sentence that a folder is none, or has no manifest", async () => {
    const absent = join(folder, "absent");
    await expect(openDataFolder(absent)).rejects.toMatchObject({
      code: "not_found",
      parameter: "--data",
      message: `${absent} is not a data folder: it has no MANIFEST.json. Name one with --data or ROUTELLM_DATA.`,
    });
  });

  it.each([
    ["cut", '{"strong":', /MANIFEST\.json could not be read as JSON/],
    ["shape", { strong: "a", weak: "b", files: [{ path: "battles/x.jsonl" }] }, /MANIFEST\.json: files\.0\./],
    ["use", { strong: "a", weak: "b", files: [file("battles/x.jsonl", "sell")] }, /MANIFEST\.json: files\.0\.use: /],
  ])("refuses a damaged manifest (%s) and says where", async (name, manifest, message) => {
    await expect(open(name, manifest)).rejects.toThrow(message);
  });
});
