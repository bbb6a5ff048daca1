import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createRandom } from "@/lib/math/seeded-random";
import { getDatabase } from "@/lib/runtime/database";
import { getRunEngine } from "@/lib/scoring/scoring-runs";
import { sampleHandOver } from "@/lib/test/sample-hand-over";
import { synthesizePrompts } from "@/lib/test/synthetic-prompts";
import { ACCESS } from "./access-table";
import { ANONYMOUS, LOCAL, type Visitor, withVisitor } from "./visitor";

const state = mkdtempSync(join(tmpdir(), "ownership-"));
beforeAll(() => {
  vi.stubEnv("ROUTELLM_STATE", state);
  vi.stubEnv("DATABASE_URL", undefined);
  vi.stubEnv("REDIS_URL", undefined);
});
afterAll(async () => {
  (await getDatabase()).close();
  vi.unstubAllEnvs();
  rmSync(state, { recursive: true });
});

const ada: Visitor = { role: "member", id: randomUUID(), name: "Ada" };
const bob: Visitor = { role: "member", id: randomUUID(), name: "Bob" };
const chief: Visitor = { role: "admin", id: randomUUID(), name: "Chief" };

/** Routes that another member was told to know nothing of. */
const held = new Set<string>();

type Handler = (request: Request, context: object) => Promise<Response>;

/** Asks a route of the app, as Next finds it. @param route such as `GET /calibrate/runs`, with [id] for the id. */
async function ask(visitor: Visitor, route: string, { id = "", body, query = "" }: Asked = {}) {
  const [method = "", path = ""] = route.split(" ");
  const module: Record<string, Handler> = await import(pathToFileURL(join("app", path, "route.ts")).href);
  const handler = module[method];
  if (handler === undefined) throw new Error(`expected ${route} to be a route`);
  const isText = typeof body === "string";
  const request = new Request(`http://localhost${path.replace("[id]", id)}${query}`, {
    method,
    headers: { "content-type": isText ? "text/plain" : "application/json" },
    ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
  });
  const response = await withVisitor(
    async () => visitor,
    () => handler(request, { params: Promise.resolve({ id }) }),
  );
  if (visitor === ada && response.status === 404) held.add(route);
  const text = await response.text();
  return { status: response.status, json: text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : undefined };
}
type Asked = { readonly id?: string; readonly body?: object | string; readonly query?: string };

const idsOf = async (visitor: Visitor, route: string): Promise<string[]> =>
  (await ask(visitor, route)).json.map(({ id }: { readonly id: string }) => id);

const PROMPTS = synthesizePrompts({ count: 120, kind: "chat", random: createRandom(3) })
  .map(({ prompt }) => `${prompt}\n`)
  .join("");

async function upload(visitor: Visitor): Promise<string> {
  const { status, json } = await ask(visitor, "POST /calibrate/uploads", { body: PROMPTS, query: "?name=march.txt" });
  expect(status).toBe(201);
  return json.id;
}
const startRun = (visitor: Visitor, of: string) =>
  ask(visitor, "POST /calibrate/runs", {
    body: { upload: of, column: null, routers: ["length"], keepPrompts: true },
  });

describe("of two members each sees and deletes only their own, and an admin everybody's:", () => {
  it("uploads", async () => {
    const [his, hers] = [await upload(bob), await upload(ada)];
    for (const other of [ada, ANONYMOUS, { ...ada, role: "viewer" } as const]) {
      const refused = other === ada ? 404 : other === ANONYMOUS ? 401 : 403;
      expect((await ask(other, "GET /calibrate/uploads/[id]", { id: his })).status).toBe(refused);
      expect((await startRun(other, his)).status).toBe(refused);
      expect((await ask(other, "DELETE /calibrate/uploads/[id]", { id: his })).status).toBe(refused);
    }
    expect((await ask(bob, "GET /calibrate/uploads/[id]", { id: his })).status).toBe(200);
    expect((await ask(chief, "GET /calibrate/uploads/[id]", { id: his })).status).toBe(200);
    expect((await ask(chief, "DELETE /calibrate/uploads/[id]", { id: his })).status).toBe(204);
    expect((await ask(bob, "GET /calibrate/uploads/[id]", { id: his })).status).toBe(404);
    expect((await ask(ada, "DELETE /calibrate/uploads/[id]", { id: hers })).status).toBe(204);
  });

  it("runs, their results and their prompts", async () => {
    const [his, hers] = [(await startRun(bob, await upload(bob))).json, (await startRun(ada, await upload(ada))).json];
    const { id } = his;
    expect(his.owner).toBe(bob.id);
    const everything = [
      "GET /calibrate/runs/[id]/state",
      "GET /calibrate/runs/[id]/result",
      "POST /calibrate/runs/[id]/cancel",
      "DELETE /calibrate/runs/[id]/state",
    ];
    for (const route of everything) expect([route, (await ask(ada, route, { id })).status]).toEqual([route, 404]);
    await (await getRunEngine()).settled();
    for (const route of everything) expect([route, (await ask(ada, route, { id })).status]).toEqual([route, 404]);
    expect(await idsOf(ada, "GET /calibrate/runs")).toEqual([hers.id]);
    expect(await idsOf(bob, "GET /calibrate/runs")).toEqual([id]);
    expect((await idsOf(chief, "GET /calibrate/runs")).toSorted()).toEqual([id, hers.id].toSorted());
    for (const visitor of [bob, chief]) {
      expect((await ask(visitor, "GET /calibrate/runs/[id]/state", { id })).json).toMatchObject({ state: "done" });
      expect((await ask(visitor, "GET /calibrate/runs/[id]/result", { id })).status).toBe(200);
    }
    expect((await ask(bob, "DELETE /calibrate/runs/[id]/state", { id })).status).toBe(204);
    expect((await ask(chief, "DELETE /calibrate/runs/[id]/state", { id: hers.id })).status).toBe(204);
    expect(await idsOf(chief, "GET /calibrate/runs")).toEqual([]);
  });

  it("saved calibrations", async () => {
    const save = async (visitor: Visitor, name: string): Promise<string> => {
      const body = { name, handOver: sampleHandOver() };
      return (await ask(visitor, "POST /calibrate/saved", { body })).json.id;
    };
    const [id, hers] = [await save(bob, "his"), await save(ada, "hers")];
    const one = "/calibrate/saved/[id]";
    expect(await idsOf(ada, "GET /calibrate/saved")).toEqual([hers]);
    expect((await idsOf(chief, "GET /calibrate/saved")).toSorted()).toEqual([id, hers].toSorted());
    expect((await ask(ada, `PATCH ${one}`, { id, body: { name: "mine" } })).status).toBe(404);
    expect((await ask(ada, `DELETE ${one}`, { id })).status).toBe(404);
    expect((await ask(bob, `PATCH ${one}`, { id, body: { name: "renamed" } })).json).toMatchObject({ name: "renamed" });
    expect((await ask(bob, `PATCH ${one}`, { id, body: { isDefault: true } })).status).toBe(403);
    expect((await ask(bob, `DELETE ${one}`, { id })).status).toBe(204);
    expect((await ask(ada, `POST ${one}`, { id })).status).toBe(404);
    expect((await ask(bob, `POST ${one}`, { id })).json).toMatchObject({ id, name: "renamed" });
    expect((await ask(chief, `DELETE ${one}`, { id })).status).toBe(204);
    expect((await ask(chief, `POST ${one}`, { id })).status).toBe(200);
    expect(await idsOf(bob, "GET /calibrate/saved")).toEqual([id]);
  });

  it("votes", async () => {
    const vote = (id: string, winner = "model_a") => ({
      ...{ id, mode: "models", router: "mf", threshold: 0.5, winRate: 0.25, prompt: "How?", winner },
      ...{ modelA: "openai/gpt-5", modelB: "openai-compatible/llama", answerA: "a", answerB: "b" },
    });
    const send = (visitor: Visitor, id: string) => ask(visitor, "POST /chat/votes", { body: vote(id) });
    const count = async (visitor: Visitor) => (await ask(visitor, "GET /chat/votes")).json.all;
    const his = randomUUID();
    await send(bob, his);
    await send(bob, randomUUID());
    await send(ada, randomUUID());
    // The same id again is the same vote, and stays his.
    expect((await send(ada, his)).json).toMatchObject({ all: 1 });
    expect([await count(ada), await count(bob), await count(chief)]).toEqual([1, 2, 3]);
    expect((await ask(ada, "DELETE /chat/votes/[id]", { id: his })).status).toBe(404);
    expect((await ask(ada, "GET /chat/votes", { query: "?format=jsonl" })).status).toBe(403);
    expect((await ask(bob, "DELETE /chat/votes/[id]", { id: his })).status).toBe(204);
    expect((await ask(ada, "DELETE /chat/votes")).status).toBe(204);
    expect([await count(ada), await count(bob), await count(chief)]).toEqual([0, 1, 1]);
    expect((await ask(chief, "DELETE /chat/votes")).status).toBe(204);
    expect(await count(bob)).toBe(0);
  });
});

it("decisions, which are everybody's, are for admins alone", async () => {
  for (const [visitor, refused] of [
    [ada, 403],
    [ANONYMOUS, 401],
  ] as const) {
    expect((await ask(visitor, "GET /chat/decisions")).status).toBe(refused);
    expect((await ask(visitor, "GET /chat/decisions", { query: "?format=csv" })).status).toBe(refused);
    expect((await ask(visitor, "DELETE /chat/decisions")).status).toBe(refused);
  }
  expect((await ask(chief, "GET /chat/decisions")).status).toBe(200);
  expect((await ask(chief, "DELETE /chat/decisions")).status).toBe(204);
});

it("what was kept by the machine's own admin is seen by admins, not by members", async () => {
  const id = await upload(LOCAL);
  expect((await ask(ada, "GET /calibrate/uploads/[id]", { id })).status).toBe(404);
  expect((await ask(chief, "GET /calibrate/uploads/[id]", { id })).status).toBe(200);
});

it("every route that takes an id of a member's is among them", () => {
  const names = Object.entries(ACCESS).filter(([name, needed]) => name.includes("[id]") && needed === "member");
  expect([...held].filter((name) => name.includes("[id]")).toSorted()).toEqual(names.map(([name]) => name).toSorted());
});
