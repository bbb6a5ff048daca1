import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Visitor } from "@/lib/access/visitor";
import { sampleHandOver, sampleThresholds } from "@/lib/test/sample-hand-over";
import { resetProcess } from "@/lib/test/start-anew";

const root = mkdtempSync(join(tmpdir(), "page-state-"));
let folder = 0;
beforeEach(() => {
  resetProcess();
  folder += 1;
  vi.stubEnv("ROUTELLM_STATE", join(root, String(folder)));
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function start() {
  const [{ readPageState }, visitors, saved, { readServedIdentity }] = await Promise.all([
    import("./page-state"),
    import("@/lib/access/visitor"),
    import("@/lib/serving/calibration-library"),
    import("@/lib/serving/served-identity"),
  ]);
  const stateFor = (visitor: Visitor, path: string) =>
    visitors.withVisitor(
      async () => visitor,
      () => readPageState(path),
    );
  return { ...visitors, ...saved, stateFor, readServedIdentity };
}

it("is the same for all visitors of one role, and another for each role", async () => {
  const { stateFor, ANONYMOUS, LOCAL } = await start();
  const viewer = await stateFor(ANONYMOUS, "/");
  expect(viewer).toBeDefined();
  expect(await stateFor(ANONYMOUS, "/")).toBe(viewer);
  expect(await stateFor(LOCAL, "/")).not.toBe(viewer);
});

it("keeps no page of anybody who is signed in, whatever the role, nor pages that show more than all may see", async () => {
  const { stateFor, LOCAL, ANONYMOUS } = await start();
  for (const role of ["viewer", "member", "admin"] as const) {
    for (const path of ["/", "/explore", "/about", "/calibrate"]) {
      expect(await stateFor({ role, id: "person-1", name: "Ada" }, path)).toBeUndefined();
    }
  }
  for (const path of ["/chat", "/keys", "/people", "/account", "/sign-in", "/calibrate/runs/1", "/nowhere"]) {
    expect([path, await stateFor(LOCAL, path), await stateFor(ANONYMOUS, path)]).toEqual([path, undefined, undefined]);
  }
});

it("is another as soon as a router's default calibration is", async () => {
  const { stateFor, ANONYMOUS, save, changeSaved, deleteSaved, readServedIdentity } = await start();
  const states = async () => [await stateFor(ANONYMOUS, "/"), await stateFor(ANONYMOUS, "/explore")];
  const before = await states();
  const { artifacts } = await readServedIdentity();
  const { id } = await save({
    name: "March",
    handOver: sampleHandOver({ router: "mf", artifacts }),
    thresholds: sampleThresholds(),
  });
  expect(await states()).toEqual(before);
  await changeSaved(id, { isDefault: true });
  const after = await states();
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  await deleteSaved(id);
  expect(await states()).toEqual(before);
});
