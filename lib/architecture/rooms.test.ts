import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { importFault, roomOf, roomTable, withRoomTable } from "./room-table";
import { ROOMS } from "./rooms";

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

const files = ["app", "components", "lib", "scripts", "e2e"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`)
    .toSorted(),
);
const known = new Set(files);
const production = files.filter((file) => !isTest(file) && !file.startsWith("lib/test/"));

/** `from "./x"`, `import "./x"`, `import("./x")`, in types too. */
const IMPORT = /\b(?:from|import)\s*\(?\s*"((?:@\/|\.\/)[^"]+)"/g;

/** The project's files that a file imports, types included. */
function importsOf(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(IMPORT)].flatMap(([, name = ""]) => {
    const path = name.startsWith("@/") ? name.slice(2) : normalize(join(dirname(file), name));
    return [`${path}.ts`, `${path}.tsx`].filter((candidate) => known.has(candidate));
  });
}

const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** @returns the files of a circle, the first one again at its end; undefined if there is none. */
function findCircle(): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const next of imports.get(file) ?? []) {
      const circle = visit(next, [...path, file]);
      if (circle !== undefined) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of production) {
    const circle = visit(file, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}

const repeated = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at);

describe("the rooms", () => {
  it("are all there, and hold every source file", () => {
    expect(ROOMS.filter(({ path }) => !files.some((file) => file.startsWith(`${path}/`)))).toEqual([]);
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
  });

  it("name only rooms above them", () => {
    const paths = ROOMS.map(({ path }) => path);
    const wrong = ROOMS.flatMap(({ path, imports: named }, place) =>
      named === "above"
        ? []
        : named.filter((name) => !paths.slice(0, place).includes(name)).map((name) => [path, name]),
    );
    expect(wrong).toEqual([]);
  });

  it("import only what the table allows", () => {
    const faults = [...imports].flatMap(([from, targets]) =>
      targets.flatMap((to) => importFault({ from, to, isTest: isTest(from) }) ?? []),
    );
    expect(faults).toEqual([]);
  });

  it("are told when an import goes the wrong way", () => {
    const up = { from: "lib/math/dot.ts", to: "lib/runtime/env.ts" };
    expect(importFault({ ...up, isTest: false })).toMatch("lib/math may not import lib/runtime");
    expect(importFault({ ...up, isTest: true })).toBeUndefined();
    expect(importFault({ from: "lib/math/dot.test.ts", to: "components/ui/card.tsx", isTest: true })).toBeDefined();
    expect(importFault({ from: "lib/start/listener.ts", to: "lib/access/visitor.ts", isTest: false })).toBeUndefined();
  });

  it("hold no circle of files, of types neither", () => {
    expect(findCircle()).toBeUndefined();
  });

  it("hold no flat folder of more than 40 files", () => {
    const folders = production.map(dirname);
    const full = [...new Set(folders)].filter((folder) => folders.filter((other) => other === folder).length > 40);
    expect(full).toEqual([]);
  });

  it("hold no two files of one name in lib", () => {
    expect(repeated(files.filter((file) => file.startsWith("lib/")).map((file) => basename(file)))).toEqual([]);
  });

  it("hold no file of more than 250 lines in lib, components and app", () => {
    const long = production.filter(
      (file) => !/^(e2e|scripts)\//.test(file) && readFileSync(file, "utf8").split("\n").length > 251,
    );
    expect(long).toEqual([]);
  });
});

describe("AGENTS.md", () => {
  it("holds the table of today (`npm run rooms` writes it)", () => {
    const document = readFileSync("AGENTS.md", "utf8");
    // The formatter pads the cells and breaks the lines.
    const plain = (text: string) => text.replaceAll(/-{3,}/g, "---").replaceAll(/\s+/g, " ");
    expect(plain(document)).toBe(plain(withRoomTable(document)));
    expect(plain(document)).toContain(plain(roomTable()));
  });

  it("cannot lose its marks unseen", () => {
    expect(() => withRoomTable("no table here")).toThrow("rooms");
  });
});
