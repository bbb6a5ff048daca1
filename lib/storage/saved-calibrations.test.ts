import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { sampleHandOver } from "@/lib/test/sample-hand-over";
import { type Database, openDatabase } from "./database/open-database";
import { deleteCalibration, restoreCalibration } from "./deleted-calibrations";
import {
  changeCalibration,
  findCalibration,
  keepCalibration,
  listCalibrations,
  listDefaults,
} from "./saved-calibrations";

const folder = mkdtempSync(join(tmpdir(), "saved-"));
const opened: Database[] = [];
let files = 0;
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

async function open(path = join(folder, `${files++}`, "routellm.db")): Promise<Database> {
  const database = await openDatabase({ kind: "file", path }, "drizzle");
  opened.push(database);
  return database;
}

const calibration = (id: string, name = id) => ({
  ...{ id, name, savedAt: "2026-11-23T00:00:00.000Z", handOver: sampleHandOver(), standIn: null },
  thresholds: null,
});

describe("saved calibrations", () => {
  it("are there again when the file is opened anew, with everything that was handed in", async () => {
    const path = join(folder, "again", "routellm.db");
    const first = await open(path);
    const thresholds = Array.from({ length: 1001 }, (_, index) => 1 - index / 1000);
    const kept = await keepCalibration(first, { ...calibration("one", "März"), thresholds, standIn: "mine" });
    await changeCalibration(first, { id: "one", name: undefined, isDefault: true });
    first.close();
    const second = await open(path);
    expect(await listCalibrations(second)).toEqual([{ ...kept, isDefault: true }]);
    expect(await listDefaults(second)).toEqual([{ ...kept, isDefault: true, thresholds }]);
  });

  it("refuse a name that is taken, whatever its capitals, and leave everything as it was", async () => {
    const database = await open();
    await keepCalibration(database, calibration("one", "Übung"));
    await keepCalibration(database, calibration("two", "Zwei"));
    await changeCalibration(database, { id: "one", name: undefined, isDefault: true });
    const before = await listCalibrations(database);
    const clash = {
      code: "conflict",
      parameter: "name",
      message: "There is already a calibration named “übung”; choose another name.",
    };
    await expect(keepCalibration(database, calibration("three", "übung"))).rejects.toMatchObject(clash);
    await expect(changeCalibration(database, { id: "two", name: "übung", isDefault: true })).rejects.toMatchObject(
      clash,
    );
    expect(await listCalibrations(database)).toEqual(before);
    expect(await changeCalibration(database, { id: "one", name: "ÜBUNG", isDefault: undefined })).toMatchObject({
      name: "ÜBUNG",
      isDefault: true,
    });
  });

  it("that are gone are named as such", async () => {
    const database = await open();
    const gone = { code: "not_found", message: expect.stringContaining("no such saved calibration") };
    await expect(findCalibration(database, "x")).rejects.toMatchObject(gone);
    await expect(deleteCalibration(database, "x")).rejects.toMatchObject(gone);
    await expect(changeCalibration(database, { id: "x", name: "y", isDefault: true })).rejects.toMatchObject(gone);
  });

  it("are deleted for good once fifty others are", async () => {
    const database = await open();
    const ids = Array.from({ length: 52 }, (_, index) => `id-${index}`);
    for (const id of ids) await keepCalibration(database, calibration(id));
    for (const id of ids) await deleteCalibration(database, id);
    await expect(restoreCalibration(database, "id-0")).rejects.toMatchObject({ code: "not_found" });
    expect(await restoreCalibration(database, "id-51")).toMatchObject({ id: "id-51", name: "id-51" });
  });

  it("do what a plain list does, whatever is done to them in whatever order", async () => {
    const place = fc.nat({ max: 7 });
    const name = fc.constantFrom("a", "A", "b", "ß", "é", "日本", "x".repeat(80));
    const operation = fc.oneof(
      fc.record({ kind: fc.constant("save" as const), name, router: fc.constantFrom(...ROUTER_IDS.slice(0, 3)) }),
      fc.record({ kind: fc.constant("rename" as const), place, name }),
      fc.record({ kind: fc.constant("default" as const), place, isDefault: fc.boolean() }),
      fc.record({ kind: fc.constant("delete" as const), place }),
      fc.record({ kind: fc.constant("restore" as const), age: fc.nat({ max: 3 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 25 }), async (operations) => {
        const database = await open();
        let model: Awaited<ReturnType<typeof listCalibrations>> = [];
        let deleted: typeof model = [];
        let ids = 0;
        for (const step of operations) {
          const isTaken = (wanted: string, by?: string) =>
            model.some((kept) => kept.id !== by && kept.name.toLowerCase() === wanted.toLowerCase());
          const id =
            step.kind === "save"
              ? `id-${ids++}`
              : ((step.kind === "restore" ? deleted[step.age] : model[step.place])?.id ?? "nobody");
          const found = model.find((kept) => kept.id === id);
          const result = await run(database, step, id).then(
            () => "done",
            (error) => error.code,
          );
          if (step.kind === "save") {
            expect(result).toBe(isTaken(step.name) ? "conflict" : "done");
            if (result !== "done") continue;
            const { thresholds: _, ...kept } = calibration(id, step.name);
            model = [
              { ...kept, handOver: sampleHandOver({ router: step.router }), isDefault: false, owner: "local" },
              ...model,
            ];
          } else if (step.kind === "restore") {
            const gone = deleted[step.age];
            const wanted = gone === undefined ? "not_found" : isTaken(gone.name) ? "conflict" : "done";
            expect(result).toBe(wanted);
            if (gone === undefined || wanted !== "done") continue;
            const { router } = gone.handOver;
            const hasDefault = model.some((kept) => kept.isDefault && kept.handOver.router === router);
            deleted = deleted.filter((kept) => kept !== gone);
            model = [...model, { ...gone, isDefault: gone.isDefault && !hasDefault }].sort(byAge);
          } else if (found === undefined) expect(result).toBe("not_found");
          else if (step.kind === "rename") {
            expect(result).toBe(isTaken(step.name, id) ? "conflict" : "done");
            if (result === "done") model = model.map((kept) => (kept === found ? { ...kept, name: step.name } : kept));
          } else if (step.kind === "default") {
            const { router } = found.handOver;
            model = model.map((kept) => {
              if (kept === found) return { ...kept, isDefault: step.isDefault };
              return step.isDefault && kept.handOver.router === router ? { ...kept, isDefault: false } : kept;
            });
          } else {
            model = model.filter((kept) => kept !== found);
            deleted = [found, ...deleted];
          }
        }
        expect(await listCalibrations(database)).toEqual(model);
        const defaults = (await listDefaults(database)).map((kept) => kept.id);
        expect(defaults.sort()).toEqual(model.flatMap((kept) => (kept.isDefault ? [kept.id] : [])).sort());
        database.close();
      }),
      { numRuns: 40, seed: 4 },
    );
  });
});

/** The newest first, by the number in the id. */
const byAge = (one: { id: string }, other: { id: string }): number =>
  Number(other.id.slice(3)) - Number(one.id.slice(3));

type Step =
  | { kind: "save"; name: string; router: (typeof ROUTER_IDS)[number] }
  | { kind: "rename"; name: string }
  | { kind: "default"; isDefault: boolean }
  | { kind: "delete" }
  | { kind: "restore" };

async function run(database: Database, step: Step, id: string): Promise<unknown> {
  switch (step.kind) {
    case "save":
      return keepCalibration(database, {
        ...calibration(id, step.name),
        handOver: sampleHandOver({ router: step.router }),
      });
    case "rename":
      return changeCalibration(database, { id, name: step.name, isDefault: undefined });
    case "default":
      return changeCalibration(database, { id, name: undefined, isDefault: step.isDefault });
    case "delete":
      return deleteCalibration(database, id);
    case "restore":
      return restoreCalibration(database, id);
  }
}
