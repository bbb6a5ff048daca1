import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openJournal } from "./append-journal";

const folder = mkdtempSync(join(tmpdir(), "journal-"));
afterAll(() => rmSync(folder, { recursive: true }));
const schema = z.object({ n: z.number(), text: z.string() });
type Entry = z.infer<typeof schema>;
const entry = (n: number): Entry => ({ n, text: `zwölf ${"x".repeat(n % 7)}\n` });

async function open(path: string) {
  const entries: Entry[] = [];
  const journal = await openJournal({ path, schema, visit: (found) => entries.push(found), parameter: "--out" });
  return { journal, entries };
}
async function read(path: string) {
  const { journal, entries } = await open(path);
  await journal.close();
  return entries;
}

describe("openJournal", () => {
  it("gives back what was appended, in order, over any number of openings", async () => {
    const path = join(folder, "grown");
    for (const from of [0, 200, 400]) {
      const { journal, entries } = await open(path);
      expect(entries).toEqual(Array.from({ length: from }, (_, n) => entry(n)));
      await Promise.all(Array.from({ length: 200 }, (_, n) => journal.append(entry(from + n))));
      await journal.close();
    }
    expect(await read(path)).toHaveLength(600);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it("has an entry in the file when append is done", async () => {
    const path = join(folder, "durable");
    const { journal } = await open(path);
    await journal.append(entry(1));
    expect(readFileSync(path, "utf8")).toBe(`${JSON.stringify(entry(1))}\n`);
    await journal.close();
  });

  it("keeps every whole entry and goes on after the last, wherever the file was cut off", async () => {
    const whole = [1, 2, 3].map((n) => `${JSON.stringify(entry(n))}\n`);
    const bytes = Buffer.from(whole.join(""));
    const ends = whole.map((_, index) => Buffer.byteLength(whole.slice(0, index + 1).join("")));
    const path = join(folder, "cut");
    for (let length = 0; length <= bytes.length; length++) {
      writeFileSync(path, bytes.subarray(0, length));
      const { journal, entries } = await open(path);
      // A line that lacks no more than its line feed is whole.
      const expected = ends.filter((end) => length >= end - 1).length;
      expect(entries.map(({ n }) => n)).toEqual([1, 2, 3].slice(0, expected));
      await journal.append(entry(9));
      await journal.close();
      expect((await read(path)).map(({ n }) => n)).toEqual([...[1, 2, 3].slice(0, expected), 9]);
    }
  });

  it("refuses a damaged line in the middle, with its number, and changes nothing", async () => {
    const path = join(folder, "damaged");
    const content = `${JSON.stringify(entry(1))}\n{"n":"one"}\n${JSON.stringify(entry(2))}\n`;
    writeFileSync(path, content);
    await expect(open(path)).rejects.toMatchObject({
      parameter: "--out",
      message: expect.stringMatching(/line 2, is no/),
    });
    appendFileSync(path, "torn");
    await expect(open(path)).rejects.toThrow("line 2");
    expect(readFileSync(path, "utf8")).toBe(`${content}torn`);
  });

  it("reads lines longer than the pieces in which files are read", async () => {
    const path = join(folder, "long");
    const { journal } = await open(path);
    const long = { n: 1, text: "é".repeat(200_000) };
    await Promise.all([journal.append(long), journal.append(entry(2))]);
    await journal.close();
    truncateSync(path, statSync(path).size - 3);
    expect(await read(path)).toEqual([long]);
  });

  it("names the argument where the file cannot be used", async () => {
    await expect(open(join(folder, "absent", "journal"))).rejects.toMatchObject({
      parameter: "--out",
      message: expect.stringContaining("could not be used (ENOENT)"),
    });
    await expect(open(folder)).rejects.toThrow("EISDIR");
  });

  it("takes nothing more once a write has failed, as a line may be half there", async () => {
    const { journal } = await open(join(folder, "closed"));
    await journal.close();
    for (const n of [1, 2, 3, 4]) await expect(journal.append(entry(n))).rejects.toThrow("could not be used (EBADF)");
  });
});
