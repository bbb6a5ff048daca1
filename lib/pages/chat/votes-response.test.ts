import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readBattles } from "@/lib/datasets/read-battles";
import { resetProcess } from "@/lib/test/start-anew";

const root = mkdtempSync(join(tmpdir(), "routellm-votes-"));
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  resetProcess();
  vi.stubEnv("ROUTELLM_STATE", mkdtempSync(join(root, "state-")));
  vi.stubEnv("DATABASE_URL", undefined);
});
afterEach(() => vi.unstubAllEnvs());

const routes = () => import("./votes-response");
const PROMPT = 'Which of "a, b"\nis the larger one?';

const vote = (change: Record<string, unknown> = {}) => ({
  ...{ id: randomUUID(), mode: "models", router: "mf", threshold: 0.5, winRate: 0.25, prompt: PROMPT },
  ...{ modelA: "openai/gpt-5", modelB: "openai-compatible/meta/llama", answerA: "a", answerB: "b, of course" },
  ...{ winner: "model_b", ...change },
});
const post = async (body: unknown) =>
  (await routes()).voteResponse(
    new Request("http://localhost/chat/votes", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
const get = async (query = "") => (await routes()).votesResponse(new Request(`http://localhost/chat/votes${query}`));

describe("votes over HTTP", () => {
  it("are kept once, however often they are sent, and survive a new start", async () => {
    expect(await (await get()).json()).toEqual({ all: 0, real: 0 });
    const one = vote();
    for (const _ of [1, 2]) expect((await post(one)).status).toBe(201);
    const simulated = await post(vote({ modelA: "simulated/strong", modelB: "simulated/weak" }));
    expect(await simulated.json()).toEqual({ all: 2, real: 1 });
    resetProcess();
    expect(await (await get()).json()).toEqual({ all: 2, real: 1 });
  });

  it.each(["csv", "jsonl"])(
    "are exported as battles that training reads, without simulated answers: %s",
    async (format) => {
      for (const winner of ["model_a", "model_b", "tie", "tie (bothbad)"]) await post(vote({ winner }));
      await post(vote({ modelA: "simulated/strong", answerA: "made up" }));
      const response = await get(`?format=${format}`);
      expect(response.headers.get("content-disposition")).toContain(`routellm-votes.${format}`);
      const text = await response.text();
      expect(text).not.toContain("made up");
      mkdirSync(join(root, format), { recursive: true });
      const path = join(root, format, `votes.${format}`);
      writeFileSync(path, text);
      const battles = await readBattles(path, "votes");
      expect(battles.map(({ outcome }) => outcome)).toEqual([1, 0, 0.5, 0.5]);
      for (const battle of battles) expect(battle).toMatchObject({ prompt: PROMPT, modelA: "gpt-5", modelB: "llama" });
    },
  );

  it("are read to the end, however many there are", async () => {
    const { keepVote, readVotes } = await import("@/lib/storage/votes");
    const { getDatabase } = await import("@/lib/runtime/database");
    const database = await getDatabase();
    const { isSimulatedVote, voteRequestSchema } = await import("@/lib/schemas/web/vote");
    const ids = Array.from({ length: 501 }, () => randomUUID());
    for (const id of ids) {
      const request = voteRequestSchema.parse(vote({ id }));
      await keepVote(database, {
        ...request,
        savedAt: "2026-11-23T00:00:00.000Z",
        simulated: isSimulatedVote(request),
      });
    }
    const read: string[] = [];
    for await (const { id } of readVotes(database)) read.push(id);
    expect(read).toEqual(ids);
  });

  it("can be taken back, one or all", async () => {
    const one = vote();
    await post(one);
    await post(vote());
    const { deleteVotesResponse } = await routes();
    expect((await deleteVotesResponse(one.id)).status).toBe(204);
    expect((await deleteVotesResponse(one.id)).status).toBe(404);
    expect((await deleteVotesResponse("nobody")).status).toBe(404);
    expect(await (await get()).json()).toEqual({ all: 1, real: 1 });
    expect((await deleteVotesResponse()).status).toBe(204);
    expect((await deleteVotesResponse()).status).toBe(204);
    expect(await (await get()).json()).toEqual({ all: 0, real: 0 });
  });

  it.each([
    [vote({ winner: "me" }), "winner"],
    [vote({ winRate: 1.5 }), "winRate"],
    [vote({ prompt: "" }), "prompt"],
    [vote({ id: "1" }), "id"],
    [vote({ simulated: false }), "simulated"],
    [[], "The request"],
  ])("that are not as they should be are refused, and nothing is kept: %#", async (body, field) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect((await response.json()).message).toContain(field);
    expect(await (await get()).json()).toEqual({ all: 0, real: 0 });
  });

  it("in another format are not to be had", async () => {
    const response = await get("?format=xls");
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ message: 'format must be one of csv, jsonl, but it was "xls".' });
  });
});
