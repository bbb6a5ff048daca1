import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Database } from "@/lib/storage/database/open-database";
import { sampleHandOver } from "@/lib/test/sample-hand-over";
import { resetProcess } from "@/lib/test/start-anew";

const root = mkdtempSync(join(tmpdir(), "named-calibrations-"));
let folder = 0;
beforeEach(() => {
  resetProcess();
  folder += 1;
  vi.stubEnv("ROUTELLM_STATE", join(root, String(folder)));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const start = async () => ({
  ...(await import("./named-calibrations")),
  ...(await import("./calibration-library")),
  ...(await import("@/lib/runtime/database")),
});

/** Counts the queries of a database, by the way it is opened once. */
function countQueries(database: Database) {
  return vi.spyOn(database, "query");
}

it("finds a saved calibration by its exact name, and each change of this process at once", async () => {
  const server = await start();
  expect(await server.findNamedCalibration("March")).toBeUndefined();
  const { id } = await server.save({ name: "March", handOver: sampleHandOver({ router: "mf" }) });
  expect((await server.findNamedCalibration("March"))?.router).toBe("mf");
  expect(await server.findNamedCalibration("march")).toBeUndefined();
  await server.changeSaved(id, { name: "April" });
  expect(await server.findNamedCalibration("March")).toBeUndefined();
  expect((await server.findNamedCalibration("April"))?.router).toBe("mf");
  await server.deleteSaved(id);
  expect(await server.findNamedCalibration("April")).toBeUndefined();
  await server.restoreSaved(id);
  expect((await server.findNamedCalibration("April"))?.router).toBe("mf");
});

it("asks the database once for many requests, for one row and no list", async () => {
  const server = await start();
  for (const name of ["one", "two", "three"]) {
    await server.save({ name, handOver: sampleHandOver({ router: "mf" }) });
  }
  const queries = countQueries(await server.getDatabase());
  await Promise.all(Array.from({ length: 50 }, () => server.findNamedCalibration("two")));
  expect(queries).toHaveBeenCalledTimes(1);
  // Only the named one's hand-over was read.
  const [result] = await Promise.all(queries.mock.results.map(({ value }) => value));
  expect(result).toHaveLength(1);
});

it("sees what another instance changed once its look is old", async () => {
  const server = await start();
  const { id } = await server.save({ name: "March", handOver: sampleHandOver({ router: "mf" }) });
  const clock = vi.spyOn(performance, "now").mockReturnValue(1e6);
  expect(await server.findNamedCalibration("March")).toBeDefined();
  const { deleteCalibration } = await import("@/lib/storage/deleted-calibrations");
  await deleteCalibration(await server.getDatabase(), id);
  clock.mockReturnValue(1e6 + 499);
  expect(await server.findNamedCalibration("March")).toBeDefined();
  clock.mockReturnValue(1e6 + 501);
  expect(await server.findNamedCalibration("March")).toBeUndefined();
});

it("keeps no failure, and no more names than it needs", async () => {
  const server = await start();
  await server.save({ name: "March", handOver: sampleHandOver({ router: "mf" }) });
  const queries = countQueries(await server.getDatabase()).mockRejectedValueOnce(new Error("gone"));
  await expect(server.findNamedCalibration("March")).rejects.toThrow("gone");
  expect(await server.findNamedCalibration("March")).toBeDefined();
  for (let index = 0; index < 250; index += 1) await server.findNamedCalibration(`no ${index}`);
  queries.mockClear();
  await server.findNamedCalibration("March");
  await server.findNamedCalibration("no 249");
  expect(queries).toHaveBeenCalledTimes(1);
});
