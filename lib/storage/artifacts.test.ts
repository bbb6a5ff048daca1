import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { RoutingError } from "@/lib/domain/routing-error";
import { checkArtifacts } from "./check-artifacts";
import { readArtifact } from "./read-artifact";
import { readArtifactFile } from "./read-artifact-file";
import { writeArtifacts } from "./write-artifacts";

/** The disk on which the tests can make a call fail: named here, consulted by the mock below. */
const fault = vi.hoisted(() => ({ open: "", rename: "" }));
vi.mock("node:fs/promises", async (importOriginal) => {
  const real = await importOriginal<typeof import("node:fs/promises")>();
  const fail = (code: string) => Promise.reject(Object.assign(new Error(`${code}: as the test asks`), { code }));
  return {
    ...real,
    open: (...args: Parameters<typeof real.open>) =>
      fault.open !== "" && String(args[0]).endsWith(fault.open) ? fail("ENOSPC") : real.open(...args),
    rename: (...args: Parameters<typeof real.rename>) =>
      fault.rename !== "" && String(args[0]).includes(fault.rename) ? fail("EBUSY") : real.rename(...args),
  };
});

const manifest = {
  date: "2026-01-02",
  seed: 7,
  pair: { strong: "gpt-4-1106-preview", weak: "mixtral-8x7b-instruct-v0.1" },
  datasets: [],
  contamination: { flagged: 0, textMatches: 0, nearDuplicates: 0, copies: [] },
};
const weightsSchema = z.object({ schemaVersion: z.literal(1), weights: z.array(z.number()) });
const weights = (...values: number[]) => ({ schemaVersion: 1, weights: values });

let parent = "";
let directory = "";
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "artifacts-test-"));
  directory = join(parent, "artifacts");
});
afterEach(async () => {
  Object.assign(fault, { open: "", rename: "" });
  await rm(parent, { recursive: true, force: true });
});

const write = (files: Record<string, unknown>) => writeArtifacts({ directory, files, manifest });
const readWeights = (path = "mf.json") => readArtifact({ directory, path, schema: weightsSchema });

/** The error that `promise` is expected to end in; the promise of one line is held for every one of them. */
async function errorOf(promise: Promise<unknown>): Promise<RoutingError> {
  const error = await promise.then(
    () => new Error("nothing was thrown"),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RoutingError)) {
    throw error;
  }
  expect(error.message).not.toMatch(/\n/);
  return error;
}

describe("writeArtifacts", () => {
  it("writes files that read back equal and that the manifest describes", async () => {
    const written = await write({ "mf.json": weights(0.25, -1), "benchmarks/gsm8k.json": weights(3) });
    expect(await readWeights()).toEqual(weights(0.25, -1));
    expect(await checkArtifacts(directory)).toEqual(written);
    expect(written.files.map((file) => file.path)).toEqual(["benchmarks/gsm8k.json", "mf.json"]);
    expect(written.files[1]).toEqual({
      path: "mf.json",
      bytes: Buffer.byteLength('{"schemaVersion":1,"weights":[0.25,-1]}\n'),
      // printf '{"schemaVersion":1,"weights":[0.25,-1]}\n' | sha256sum
      sha256: "8899770dab297d691ba451abe8061833ff4b409c636f90cb0f8054437e7331b4",
    });
  });

  it("writes bytes and texts as they are, under the same manifest", async () => {
    const bytes = Uint8Array.of(0, 255, 10, 13, 128);
    const written = await write({ "bert.onnx": bytes, "instruction.txt": "Rate {prompt}\n", "mf.json": weights(1) });
    expect([...(await readArtifactFile({ directory, path: "bert.onnx" }))]).toEqual([...bytes]);
    expect((await readArtifactFile({ directory, path: "instruction.txt" })).toString()).toBe("Rate {prompt}\n");
    expect(await checkArtifacts(directory)).toEqual(written);
    await truncate(join(directory, "bert.onnx"), 3);
    expect((await errorOf(checkArtifacts(directory))).message).toMatch(
      /bert\.onnx has 3 bytes where manifest\.json says 5: .*npm run routellm -- train/,
    );
  });

  it("writes the same bytes for the same values", async () => {
    await write({ "mf.json": weights(1), "sw.json": { schemaVersion: 1, b: 1, a: 2 } });
    const first = await readFile(join(directory, "manifest.json"), "utf8");
    await write({ "sw.json": { a: 2, b: 1, schemaVersion: 1 }, "mf.json": weights(1) });
    expect(await readFile(join(directory, "manifest.json"), "utf8")).toBe(first);
  });

  it("leaves no file of the former set and no working folder behind", async () => {
    await write({ "mf.json": weights(1), "old.json": weights(2) });
    await write({ "mf.json": weights(3) });
    expect((await readdir(directory)).sort()).toEqual(["manifest.json", "mf.json"]);
    expect(await readdir(parent)).toEqual(["artifacts"]);
  });

  it.each([
    ["the disk is full at a weights file", { open: "sw.json" }, "ENOSPC"],
    ["the disk is full at the manifest, the last file", { open: "manifest.json" }, "ENOSPC"],
    ["the old folder cannot step aside", { rename: "/artifacts" }, "EBUSY"],
    ["the new folder cannot take its place", { rename: "artifacts.new-" }, "EBUSY"],
  ])("leaves the old artifacts untouched when %s", async (_, setFault, code) => {
    const before = await write({ "mf.json": weights(1) });
    Object.assign(fault, setFault);
    const error = await errorOf(write({ "mf.json": weights(2), "sw.json": weights(3) }));
    expect(error.message).toContain(`could not be written (${code})`);
    expect(await checkArtifacts(directory)).toEqual(before);
    expect(await readdir(parent)).toEqual(["artifacts"]);
  });

  it("writes nothing when a value is not a number", async () => {
    await expect(write({ "mf.json": weights(Number.NaN) })).rejects.toThrow(TypeError);
    expect(await readdir(parent)).toEqual([]);
  });

  it("refuses to replace a folder that holds something else", async () => {
    await mkdir(join(directory, "letters"), { recursive: true });
    await writeFile(join(directory, "letters", "to-grandmother.txt"), "dear");
    const error = await errorOf(write({ "mf.json": weights(1) }));
    expect(error).toMatchObject({ code: "invalid_argument", parameter: "--out" });
    expect(error.message).toContain("letters/to-grandmother.txt");
    expect(await readFile(join(directory, "letters", "to-grandmother.txt"), "utf8")).toBe("dear");
  });

  it("mends a damaged set, as the remedy promises", async () => {
    await write({ "mf.json": weights(1) });
    await truncate(join(directory, "manifest.json"), 10);
    const written = await write({ "mf.json": weights(2) });
    expect(await checkArtifacts(directory)).toEqual(written);
  });

  it.each(["../escape.json", "a//b.json", "/tmp.json", "manifest.json"])("refuses the path %s", async (path) => {
    await expect(write({ [path]: weights(1) })).rejects.toThrow(/is no place for an artifact/);
  });
});

describe("checkArtifacts", () => {
  beforeEach(async () => {
    await write({ "mf.json": weights(1), "sw.json": weights(2) });
  });

  it("finds a missing file", async () => {
    await rm(join(directory, "sw.json"));
    const error = await errorOf(checkArtifacts(directory));
    expect(error).toMatchObject({ code: "artifact_unusable", parameter: join(directory, "sw.json") });
    expect(error.message).toMatch(/sw\.json is missing: .*npm run routellm -- train/);
  });

  it("finds a missing set", async () => {
    await rm(directory, { recursive: true });
    expect((await errorOf(checkArtifacts(directory))).message).toMatch(/manifest\.json is missing: /);
  });

  it.each([
    ["truncated", () => truncate(join(directory, "mf.json"), 12), /mf\.json has 12 bytes where manifest\.json says 34/],
    ["extended", () => appendFile(join(directory, "mf.json"), " "), /mf\.json has 35 bytes/],
    [
      "altered in place",
      () => writeFile(join(directory, "mf.json"), '{"schemaVersion":2,"weights":[1]}\n'),
      /mf\.json .*sha256 differs/,
    ],
  ])("finds a file that was %s", async (_, damage, message) => {
    await damage();
    expect((await errorOf(checkArtifacts(directory))).message).toMatch(message);
  });

  it("finds a manifest of another version before anything else", async () => {
    await writeFile(join(directory, "manifest.json"), '{"schemaVersion":99}');
    expect((await errorOf(checkArtifacts(directory))).message).toMatch(
      /manifest\.json has schema version 99 where this code reads version 1: /,
    );
  });

  it("does not take an empty list for a checked one", async () => {
    await writeFile(join(directory, "manifest.json"), JSON.stringify({ ...manifest, schemaVersion: 1, files: [] }));
    expect((await errorOf(checkArtifacts(directory))).message).toMatch(/lists no files/);
  });
});

describe("readArtifact", () => {
  beforeEach(() => mkdir(directory));

  it.each([
    ["", /mf\.json is empty: /],
    ['{"schemaVersion":1,"weights":[0.1', /mf\.json is not whole JSON \(truncated or damaged\): /],
    ["null", /mf\.json has the wrong shape \(at its top level: /],
    ['{"weights":[1]}', /mf\.json has the wrong shape \(at schemaVersion: /],
    ['{"schemaVersion":2,"weights":"a change of shape"}', /has schema version 2 where this code reads version 1: /],
    ['{"schemaVersion":1,"weights":[1,"two"]}', /has the wrong shape \(at weights\.1: .*expected number/],
  ])("says in one line what is wrong with %j", async (text, message) => {
    await writeFile(join(directory, "mf.json"), text);
    const error = await errorOf(readWeights());
    expect(error.code).toBe("artifact_unusable");
    expect(error.message).toMatch(message);
    expect(error.message).toContain(`npm run routellm -- train --out ${directory}`);
  });

  it("says that a folder is no file", async () => {
    await mkdir(join(directory, "mf.json"));
    expect((await errorOf(readWeights())).message).toMatch(/mf\.json cannot be read \(EISDIR\)/);
  });

  it("offers git for the artifacts that git holds", async () => {
    const shipped = join(process.cwd(), "public", "artifacts");
    const error = await errorOf(readArtifact({ directory: shipped, path: "absent.json", schema: weightsSchema }));
    expect(error.message).toBe(
      "public/artifacts/absent.json is missing: restore it with `git checkout -- public/artifacts` or make it anew with `npm run routellm -- train`",
    );
  });
});
