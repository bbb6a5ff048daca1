import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keyViewSchema, type NewKey, newKeySchema } from "@/lib/schemas/web/api-key-requests";
import { openDatabase } from "@/lib/storage/database/open-database";
import { recordSpending } from "@/lib/storage/key-spending";
import { resetProcess } from "@/lib/test/start-anew";
import { ANONYMOUS, LOCAL } from "./visitor";

const root = mkdtempSync(join(tmpdir(), "api-keys-"));
afterAll(() => rmSync(root, { recursive: true }));

let state: string;
beforeEach(() => {
  resetProcess();
  state = mkdtempSync(join(root, "case-"));
  vi.stubEnv("ROUTELLM_STATE", state);
  vi.stubEnv("ROUTELLM_DECISIONS_KEPT", "0");
  vi.stubEnv("ROUTELLM_API_KEYS", `configured:${createHash("sha256").update("sk-env").digest("hex")}:usd=3`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const ADA = { ...LOCAL, id: "ada", name: "Ada" };
const NO_LIMITS = { requestsPerMinute: null, dollarsPerMonth: null };

/** The routes of the page, as an admin calls them. */
async function routes() {
  const answers = await import("@/lib/pages/account/api-keys-response");
  const request = (body: unknown) =>
    new Request("http://localhost/keys/entries", {
      ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
    });
  const { withVisitor: within } = await import("./visitor");
  const run = (answer: () => Promise<Response>) => within(async () => ADA, answer);
  return {
    create: (body: unknown) => run(() => answers.createKeyResponse(request(body))),
    change: (id: string, body: unknown) => run(() => answers.changeKeyResponse(id, request(body))),
    rotate: (id: string, keepHours: unknown) => run(() => answers.rotateKeyResponse(id, request({ keepHours }))),
    revoke: (id: string) => run(() => answers.revokeKeyResponse(id)),
    async list() {
      const response = await run(() => answers.keysResponse());
      return keyViewSchema.array().parse(await response.json());
    },
    asVisitor: () =>
      within(
        async () => ANONYMOUS,
        () =>
          Promise.all([
            answers.keysResponse(),
            answers.createKeyResponse(request({ name: "team", ...NO_LIMITS })),
            answers.changeKeyResponse("id", request(NO_LIMITS)),
            answers.rotateKeyResponse("id", request({ keepHours: 0 })),
            answers.revokeKeyResponse("id"),
          ]),
      ),
  };
}

const made = async (response: Response): Promise<NewKey> => newKeySchema.parse(await response.json());
const enter = async (key: string) => {
  const { keys } = (await import("@/lib/endpoint/endpoint")).getEndpoint();
  return (await keys.admit(`Bearer ${key}`)).name;
};

describe("keys of the database", () => {
  it("are made by an admin, shown once, and kept as hashes only", async () => {
    const { create, list } = await routes();
    const response = await create({ name: "team", requestsPerMinute: 2, dollarsPerMonth: 25 });
    expect(response.status).toBe(201);
    const { key } = await made(response);
    expect([await enter(key), await enter("sk-env")]).toEqual(["team", "configured"]);
    const [team, configured] = await list();
    expect(team).toMatchObject({ name: "team", requestsPerMinute: 2, dollarsPerMonth: 25, createdBy: "Ada", spent: 0 });
    expect(configured).toMatchObject({ id: null, name: "configured", dollarsPerMonth: 3 });
    for (const file of ["routellm.db", "routellm.db-wal"]) {
      const bytes = readFileSync(join(state, file));
      expect(bytes.includes(key)).toBe(false);
    }
    await enter(key);
    await expect(enter(key)).rejects.toMatchObject({ code: "rate_limited", parameter: "requests" });
    await vi.waitFor(async () => expect((await list())[0]?.lastUsedAt).not.toBeNull(), 10_000);
  });

  it("have names of their own, in both places", async () => {
    const { create } = await routes();
    expect((await create({ name: "team", ...NO_LIMITS })).status).toBe(201);
    for (const name of ["team", "TEAM", "configured"]) {
      expect((await create({ name, ...NO_LIMITS })).status).toBe(409);
    }
    for (const name of ["", "a b", "person:x"]) expect((await create({ name, ...NO_LIMITS })).status).toBe(400);
    expect((await create({ name: "free", requestsPerMinute: 0, dollarsPerMonth: null })).status).toBe(400);
  });

  it("are rotated: the old one ends at once, or works until a stated time", async () => {
    const { create, rotate, list } = await routes();
    const first = await made(await create({ name: "team", ...NO_LIMITS }));
    const id = (await list())[0]?.id ?? "";
    const second = await made(await rotate(id, 1));
    expect([await enter(first.key), await enter(second.key)]).toEqual(["team", "team"]);
    const until = Date.parse((await list())[0]?.formerUntil ?? "");
    expect(until).toBeGreaterThan(Date.now() + 3_500_000);
    const { createKeyDirectory } = await import("./key-directory");
    const database = await openDatabase({ kind: "file", path: join(state, "routellm.db") }, "drizzle");
    const later = createKeyDirectory({ database: async () => database, reserved: new Set(), now: () => until });
    const find = async ({ key }: NewKey) => (await later.find(createHash("sha256").update(key).digest()))?.name;
    expect([await find(first), await find(second)]).toEqual([undefined, "team"]);
    database.close();
    const third = await made(await rotate(id, 0));
    for (const { key } of [first, second]) await expect(enter(key)).rejects.toMatchObject({ code: "unauthorized" });
    expect(await enter(third.key)).toBe("team");
    expect((await rotate(id, 5)).status).toBe(400);
  });

  it("that are revoked on one instance are refused on another within a second, and /v1 stays closed", async () => {
    vi.stubEnv("ROUTELLM_API_KEYS", "");
    const { create, revoke, list } = await routes();
    const { key } = await made(await create({ name: "team", ...NO_LIMITS }));
    const id = (await list())[0]?.id ?? "";
    expect(await enter(key)).toBe("team");
    // Another instance has its own cache over the same database.
    const { createKeyDirectory } = await import("./key-directory");
    const database = await openDatabase({ kind: "file", path: join(state, "routellm.db") }, "drizzle");
    const other = createKeyDirectory({ database: async () => database, reserved: new Set() });
    const hash = createHash("sha256").update(key).digest();
    expect((await other.find(hash))?.name).toBe("team");
    expect((await revoke(id)).status).toBe(204);
    await expect(enter(key)).rejects.toMatchObject({ code: "unauthorized" });
    await vi.waitFor(async () => expect(await other.find(hash)).toBeUndefined(), { timeout: 1000, interval: 50 });
    database.close();
    expect((await revoke(id)).status).toBe(404);
    expect((await list())[0]).toMatchObject({ changedBy: "Ada", revokedAt: expect.any(String) });
    const { keys } = (await import("@/lib/endpoint/endpoint")).getEndpoint();
    await expect(keys.admit(null)).rejects.toMatchObject({ code: "unauthorized" });
  });

  it("get other limits, and show what they spent this month", async () => {
    const { create, change, list } = await routes();
    await create({ name: "team", ...NO_LIMITS });
    const id = (await list())[0]?.id ?? "";
    expect((await change(id, { requestsPerMinute: 5, dollarsPerMonth: 1 })).status).toBe(204);
    const database = await openDatabase({ kind: "file", path: join(state, "routellm.db") }, "drizzle");
    const month = new Date().toISOString().slice(0, 7);
    await recordSpending(database, { key: "team", month, spent: 0.25, released: 0 });
    database.close();
    expect((await list())[0]).toMatchObject({
      requestsPerMinute: 5,
      dollarsPerMonth: 1,
      spent: 0.25,
      changedBy: "Ada",
    });
    expect((await change("nobody", NO_LIMITS)).status).toBe(404);
  });

  it("are for admins only", async () => {
    const { asVisitor, list } = await routes();
    for (const { status } of await asVisitor()) expect(status).toBe(401);
    expect(await list()).toHaveLength(1);
  });
});

it("a database that cannot be read lets nobody in who is only known there", async () => {
  const { createKeyDirectory } = await import("./key-directory");
  const directory = createKeyDirectory({
    database: () => Promise.reject(new Error("gone")),
    reserved: new Set(),
  });
  await expect(directory.find(Buffer.alloc(32))).rejects.toThrow("gone");
  await expect(directory.hasAny()).rejects.toThrow("gone");
});
