import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Saves calibrations as fast as it can and says each one's id once it is told that it is kept; "open" comes first. */
const PROGRAM = `
import { writeSync } from "node:fs";
import { openDatabase } from "./lib/storage/database/open-database.ts";
import { changeCalibration, keepCalibration } from "./lib/storage/saved-calibrations.ts";
import { sampleHandOver, sampleThresholds } from "./lib/test/sample-hand-over.ts";
const [path, prefix, count] = process.argv.slice(1);
const handOver = sampleHandOver();
writeSync(1, "open\\n");
const database = await openDatabase({ kind: "file", path }, "drizzle");
for (let number = 0; number < Number(count); number++) {
  const id = prefix + number;
  const savedAt = "2026-11-23T00:00:00.000Z";
  await keepCalibration(database, { id, name: id, savedAt, handOver, standIn: null, thresholds: sampleThresholds() });
  await changeCalibration(database, { id, name: undefined, isDefault: true });
  writeSync(1, id + "\\n");
}
database.close();
`;

/** A process of its own that saves calibrations into a file. */
export type WriterProgram = {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** What it has said so far, a line each. */
  readonly lines: readonly string[];
  /** Once it has said so many lines, or has ended. */
  said(lines: number): Promise<void>;
  /** Once it has ended: how, and what it wrote to standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null; readonly err: string }>;
};

export function startWriter(options: {
  readonly path: string;
  readonly prefix: string;
  readonly count: number;
}): WriterProgram {
  const flags = ["--import", "tsx", "--input-type=module", "-e", PROGRAM];
  const values = [options.path, options.prefix, String(options.count)];
  const child = spawn(process.execPath, [...flags, ...values], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const lines: string[] = [];
  const waiting: { readonly lines: number; readonly go: () => void }[] = [];
  const wake = (said: number) => {
    for (const { go } of waiting.filter((waiter) => waiter.lines <= said)) go();
  };
  createInterface(child.stdout).on("line", (line) => {
    lines.push(line);
    wake(lines.length);
  });
  let err = "";
  child.stderr.on("data", (text) => {
    err += text;
  });
  const ended = once(child, "close").then(([code, signal]) => {
    wake(Number.POSITIVE_INFINITY);
    return { code, signal, err };
  });
  return {
    child,
    lines,
    ended,
    said: (count) =>
      new Promise((resolve) => {
        if (lines.length >= count || child.exitCode !== null) resolve();
        else waiting.push({ lines: count, go: resolve });
      }),
  };
}
