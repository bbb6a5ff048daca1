import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { resetProcess } from "@/lib/test/start-anew";
import type { Visitor } from "./visitor";

const root = mkdtempSync(join(tmpdir(), "page-visitor-"));
let state = "";
beforeEach(() => {
  resetProcess();
  state = mkdtempSync(join(root, "state-"));
  vi.stubEnv("ROUTELLM_STATE", state);
  vi.stubEnv("DATABASE_URL", undefined);
  vi.stubEnv("ROUTELLM_PASSWORD", undefined);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(root, { recursive: true }));

async function readAs(visitor: Visitor) {
  const { withVisitor } = await import("./visitor");
  const { readPageVisitor, readPasswordPlace } = await import("./page-visitor");
  return withVisitor(
    async () => visitor,
    async () => ({ ...(await readPageVisitor()), place: await readPasswordPlace() }),
  );
}

const LOCAL: Visitor = { role: "admin", id: "local", name: "This machine" };
const ANONYMOUS: Visitor = { role: "viewer", id: "visitor", name: "Visitor" };

it("nobody can sign in where there is no password, until somebody is let in", async () => {
  const nobody = { role: "viewer", name: undefined, canSignIn: false, place: undefined };
  expect(await readAs(ANONYMOUS)).toEqual(nobody);
  expect(await readAs(LOCAL)).toEqual({ ...nobody, role: "admin" });
  const { invite, remove } = await import("./manage-people");
  const { id } = await invite({ name: "Ada", role: "member" });
  expect(await readAs(ANONYMOUS)).toEqual({ ...nobody, canSignIn: true });
  expect(await readAs(LOCAL)).toEqual({ ...nobody, role: "admin", canSignIn: true });
  await remove(id);
  expect(await readAs(ANONYMOUS)).toEqual(nobody);
});

it("the first admin can sign in where there is a password, also without a database", async () => {
  vi.stubEnv("ROUTELLM_PASSWORD", "seven green bottles");
  expect(await readAs(ANONYMOUS)).toMatchObject({ canSignIn: true, place: undefined });
  const { FIRST_ADMIN } = await import("./sign-in");
  expect(await readAs(FIRST_ADMIN)).toMatchObject({ name: "admin", canSignIn: true, place: "environment" });
  expect(await readAs({ role: "member", id: "1", name: "Ada" })).toMatchObject({ name: "Ada", place: "own" });
});

it("a database that cannot be read keeps no page from being shown", async () => {
  mkdirSync(join(state, "routellm.db"));
  expect(await readAs(ANONYMOUS)).toMatchObject({ role: "viewer", canSignIn: false });
});
