import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkArtifacts } from "@/lib/storage/check-artifacts";
import { commandRunner } from "@/lib/test/command-runner";
import { runCli } from "@/lib/test/run-cli";
import { smallTransformers, writeSmallTransformers } from "@/lib/test/small-transformers";
import { writeDataFolder } from "@/lib/test/write-data-folder";

const runCommand = commandRunner(() => import("./command-line"));
let data = "";
let folder = "";
beforeAll(async () => {
  data = await writeDataFolder();
  folder = await mkdtemp(join(tmpdir(), "routellm-train-cli-"));
});
afterAll(async () => {
  await rm(data, { recursive: true });
  await rm(folder, { recursive: true });
});

describe("train", () => {
  it("trains, shows how far it is on standard error, and says what it left out and wrote", async () => {
    const out = join(folder, "artifacts");
    // The transformers are trained apart: what the folder holds of them stays.
    await writeSmallTransformers(out);
    const { exitCode, stdout, stderr } = await runCommand([
      "train",
      "--data",
      data,
      "--out",
      out,
      "--router",
      "mf",
      "--seed",
      "7",
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^Trained: sw_ranking, mf, length\. Kept: bert, causal_llm\.\nLeft out of training: 3 rows flagged as benchmark questions, 2 with the same text, 0 with cosine ≥ 0\.95\.\nFound beyond the flags: copy-0, copy-1\.\nWrote 18 artifacts, \d\.\d MB\.\n$/,
    );
    expect(stderr).toMatch(/100 % \| done/);
    expect(stderr).not.toMatch(/NF|NaN|undefined/);
    expect(await readdir(out)).toContain("manifest.json");
    expect(new Uint8Array(await readFile(join(out, "bert.onnx")))).toEqual(smallTransformers()["bert.onnx"]);
  });

  it("leaves the old artifacts as they were when the disk takes no more, and says so in one line", async () => {
    const out = join(folder, "artifacts");
    const before = await readFile(join(out, "manifest.json"));
    // No file may grow beyond 64 kB: what a full disk does to the encoder's file, half-way through it.
    const { exitCode, stdout, stderr } = await runCli(["train", "--data", data, "--out", out], { fileKilobytes: 64 });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr.trimEnd().split("\n").at(-1)).toMatch(
      /^routellm: --out: .*artifacts could not be written \((EFBIG|ENOSPC)\); what was there is untouched: make room or name another/,
    );
    expect(await readFile(join(out, "manifest.json"))).toEqual(before);
    await checkArtifacts(out);
    expect(await readdir(folder)).toEqual(["artifacts"]);
  });

  it("leaves malformed rows out where asked to, and counts them", async () => {
    const path = join(data, "battles/oasst-7-models.jsonl.gz");
    const good = await readFile(path);
    const rows = gunzipSync(good).toString("utf8").trimEnd().split("\n");
    await writeSmallTransformers(join(folder, "skipped"));
    await writeFile(path, gzipSync([...rows.slice(0, 3), "{", '{"id":"no prompt"}', ...rows.slice(5)].join("\n")));
    const { exitCode, stdout } = await runCommand([
      "train",
      "--data",
      data,
      "--out",
      join(folder, "skipped"),
      "--skip-bad-rows",
    ]);
    await writeFile(path, good);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^Skipped 2 bad rows of .*oasst-7-models\.jsonl\.gz; the first: .*, line 4: not JSON/);
    const { datasets } = await checkArtifacts(join(folder, "skipped"));
    expect(datasets.find((dataset) => dataset.path.includes("oasst"))?.rows).toBe(rows.length - 2);
  });

  it("stops at a malformed row of a file of votes, by file and line", async () => {
    const votes = join(folder, "votes.jsonl");
    await writeFile(
      votes,
      '{"id":"1","prompt":"Which one is larger?","model_a":"a","model_b":"b","winner":"nobody"}\n',
    );
    await writeSmallTransformers(join(folder, "votes-out"));
    const args = ["train", "--data", data, votes, "--out", join(folder, "votes-out")];
    const { exitCode, stderr } = await runCommand(args);
    expect(exitCode).toBe(2);
    expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/^routellm: --data: .*votes\.jsonl, line 1: winner/);
  });

  it.each([
    [["--seed", "one"], /--seed: must be a whole number from 0, but it was "one"/],
    [["--seed", "1.5"], /--seed: must be a whole number/],
    [["--router", "llama"], /--router .*'llama'.*sw_ranking, mf, length, bert, causal_llm/],
    [["--data", "package.json"], /--data: package\.json is neither a data folder nor a file of battles/],
    [["--data", "no-votes.csv"], /--data: no-votes\.csv is not there/],
    [["--data", "."], /--data: .* and \. are two data folders/],
  ])("answers %j with exit code 2 and one line, and writes nothing", async (args, message) => {
    const out = join(folder, "nothing");
    const { exitCode, stdout, stderr } = await runCommand(["train", "--out", out, "--data", data, ...args]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toMatch(/^routellm: [^\n]+\n$/);
    expect(stderr).toMatch(message);
    expect(await readdir(folder)).not.toContain("nothing");
  });
});
