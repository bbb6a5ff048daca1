import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { sql } from "drizzle-orm";
import { afterAll, afterEach, expect, it } from "vitest";
import type { DecisionRecord } from "@/lib/schemas/web/decision";
import { openDatabase } from "@/lib/storage/database/open-database";
import { readDecisions } from "@/lib/storage/decisions";
import { readVotes } from "@/lib/storage/votes";

const root = mkdtempSync(join(tmpdir(), "decisions-kill-"));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rmSync(root, { recursive: true }));

/** The endpoint and the votes of the application behind a bare server, which opens the database first and says its port. */
const PROGRAM = `
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { completeChat } from "./lib/endpoint/complete-chat.ts";
import { getEndpoint } from "./lib/endpoint/endpoint.ts";
import { voteResponse } from "./lib/pages/chat/votes-response.ts";
import { requireDatabase } from "./lib/runtime/database.ts";
await requireDatabase();
const server = createServer(async (incoming, outgoing) => {
  const body = Readable.toWeb(incoming);
  const request = new Request("http://localhost" + incoming.url, { method: "POST", headers: incoming.headers, body, duplex: "half" });
  const answer = incoming.url === "/chat/votes" ? await voteResponse(request) : await completeChat(request, getEndpoint());
  const response = new Response(answer.body, { status: answer.status, headers: answer.headers });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  for await (const piece of response.body) outgoing.write(piece);
  outgoing.end();
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

async function startServer(state: string) {
  const flags = ["--import", "tsx", "--input-type=module", "-e", PROGRAM];
  const env = { ...process.env, ROUTELLM_STATE: state, ROUTELLM_SIMULATED_PACE_MS: "2", DATABASE_URL: "" };
  const child = spawn(process.execPath, flags, { env, stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const [port] = await once(createInterface(child.stdout), "line");
  const post = (path: string, body: object) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...{ method: "POST", headers: { "content-type": "application/json" } },
      body: JSON.stringify(body),
    });
  return { child, post };
}

type Post = Awaited<ReturnType<typeof startServer>>["post"];

/** @returns the answer's id once all of it is there. @throws where the server goes away before. */
async function ask(post: Post, number: number): Promise<string> {
  const stream = number % 2 === 0;
  const messages = [{ role: "user", content: `What is ${number} times seven?` }];
  const response = await post("/v1/chat/completions", { model: "router-mf-0.5", messages, stream });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${text}`);
  // Without it the end of a connection could pass for the end of an answer.
  if (stream && !text.endsWith("data: [DONE]\n\n")) throw new Error("not whole");
  if (!stream) JSON.parse(text);
  return response.headers.get("x-request-id") ?? "";
}

async function vote(post: Post): Promise<string> {
  const id = randomUUID();
  const response = await post("/chat/votes", {
    ...{ id, mode: "models", router: "mf", threshold: 0.5, winRate: 0.25, prompt: "p", winner: "model_a" },
    ...{ modelA: "simulated/strong", modelB: "simulated/weak", answerA: "a", answerB: "b" },
  });
  if (response.status !== 201) throw new Error(String(response.status));
  return id;
}

it("whoever has a whole answer or the receipt of a vote finds them after a kill among a hundred requests", async () => {
  const answered: string[] = [];
  const voted: string[] = [];
  for (const enough of [1, 40, 150]) {
    const server = await startServer(root);
    let killed = false;
    const seen = answered.length;
    /** A hundred clients, each of which asks until the server is gone. */
    const clients = Array.from({ length: 100 }, async (_, number) => {
      for (;;) {
        try {
          answered.push(await ask(server.post, number));
        } catch (error) {
          if (killed) return;
          throw error;
        }
        if (!killed && answered.length - seen >= enough) {
          killed = true;
          server.child.kill("SIGKILL");
        }
      }
    });
    const voters = Array.from({ length: 5 }, async () => {
      for (;;) {
        try {
          voted.push(await vote(server.post));
        } catch (error) {
          if (killed) return;
          throw error;
        }
      }
    });
    await Promise.all([...clients, ...voters]);

    const database = await openDatabase({ kind: "file", path: join(root, "routellm.db") }, "drizzle");
    const records: DecisionRecord[] = [];
    // Each is read through its schema: none is partial.
    for await (const record of readDecisions(database)) records.push(record);
    const votes: string[] = [];
    for await (const { id } of readVotes(database)) votes.push(id);
    const [check] = await database.query((tables) => tables.values(sql.raw("PRAGMA integrity_check")));
    database.close();
    expect(check?.[0]).toBe("ok");
    expect(records.map(({ id }) => id)).toEqual(expect.arrayContaining(answered));
    expect(votes).toEqual(expect.arrayContaining(voted));
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    for (const { outcome } of records) expect(outcome).toBe("answered");
    // A client has one request under way at a time: no more than that can be there unseen, in each round.
    expect(records.length - answered.length).toBeLessThanOrEqual(300);
  }
  expect(answered.length).toBeGreaterThanOrEqual(191);
}, 120_000);
