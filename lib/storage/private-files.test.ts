import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { sampleDecision } from "@/lib/test/decision-fixture";
import { openDatabase } from "./database/open-database";
import { keepDecisions } from "./decisions";
import { closeToOthers } from "./private-files";
import { createUploadStore } from "./upload-store";

const folder = mkdtempSync(join(tmpdir(), "private-"));
afterAll(() => rmSync(folder, { recursive: true }));
const modeOf = (path: string): string => (statSync(path).mode & 0o7777).toString(8);
const modesIn = (path: string) =>
  Object.fromEntries(readdirSync(path, { recursive: true }).map((name) => [name, modeOf(join(path, String(name)))]));

/** Some umasks are those of the test's threads, which cannot change theirs: what is there already is as wide. */
it.each(["new", "there"])("a database and its files are their owner's only, in a folder that is %s", async (state) => {
  const directory = join(folder, `database-${state}`);
  const path = join(directory, "routellm.db");
  if (state === "there") {
    (await openDatabase({ kind: "file", path }, "drizzle")).close();
    chmodSync(directory, 0o777);
    for (const name of readdirSync(directory)) chmodSync(join(directory, name), 0o666);
  }
  const database = await openDatabase({ kind: "file", path }, "drizzle");
  await keepDecisions(database, [sampleDecision("a")]);
  expect(modeOf(directory)).toBe("700");
  expect(modesIn(directory)).toEqual({ "routellm.db": "600", "routellm.db-wal": "600", "routellm.db-shm": "600" });
  database.close();
});

const ROOM = { bytes: 1e6, files: 10 };

it("an upload is its owner's only", async () => {
  const directory = join(folder, "uploads");
  const { id } = await createUploadStore(directory, { person: ROOM, all: ROOM }).receive({
    owner: "somebody",
    ...{ name: "a.txt", announcedBytes: undefined, signal: new AbortController().signal },
    content: (async function* () {
      yield Buffer.from("Hello\n");
    })(),
    inspect: async () => ({ kind: "lines", prompts: 1 }) as never,
  });
  expect(modeOf(directory)).toBe("700");
  expect(modesIn(directory)).toEqual({
    [id]: "700",
    [`${id}/owner`]: "600",
    [`${id}/prompts`]: "600",
    [`${id}/upload.json`]: "600",
  });
});

it("what earlier builds left open is closed, but not what a link leads to", async () => {
  const state = join(folder, "state");
  const elsewhere = join(folder, "elsewhere");
  mkdirSync(join(state, "runs/1"), { recursive: true, mode: 0o777 });
  writeFileSync(elsewhere, "theirs");
  writeFileSync(join(state, "runs/1/scores"), "ours");
  for (const path of [elsewhere, join(state, "runs/1/scores")]) chmodSync(path, 0o644);
  for (const path of [state, join(state, "runs"), join(state, "runs/1")]) chmodSync(path, 0o755);
  symlinkSync(elsewhere, join(state, "link"));
  expect(await closeToOthers(state)).toBeUndefined();
  expect(modeOf(state)).toBe("700");
  expect(modesIn(state)).toEqual({ runs: "700", "runs/1": "700", "runs/1/scores": "600", link: "644" });
  expect(await closeToOthers(join(folder, "none"))).toBeUndefined();
});
