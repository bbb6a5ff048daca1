import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LEAST_VOTES, retrainingStatusSchema } from "@/lib/schemas/web/retraining-state";
import { resetProcess } from "@/lib/test/start-anew";

const root = mkdtempSync(join(tmpdir(), "routellm-retraining-"));
afterAll(() => rmSync(root, { recursive: true }));
let here = "";
beforeEach(() => {
  resetProcess();
  here = mkdtempSync(join(root, "state-"));
  vi.stubEnv("ROUTELLM_STATE", here);
  vi.stubEnv("DATABASE_URL", undefined);
  vi.stubEnv("OPENAI_COMPATIBLE_BASE_URL", "http://127.0.0.1:9/v1");
  vi.stubEnv("ROUTELLM_STRONG_MODEL", "openai-compatible/large");
  vi.stubEnv("ROUTELLM_STRONG_PRICE", "1,1");
  vi.stubEnv("ROUTELLM_WEAK_MODEL", "openai-compatible/small");
  vi.stubEnv("ROUTELLM_WEAK_PRICE", "0,0");
});
afterEach(() => vi.unstubAllEnvs());

const responses = () => import("@/lib/pages/chat/retraining-response");
const post = async (body: unknown, type = "application/json") =>
  (await responses()).retrainingActionResponse(
    new Request("http://localhost/chat/retraining", {
      method: "POST",
      headers: { "content-type": type },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
const status = async () => retrainingStatusSchema.parse(await (await (await responses()).retrainingResponse()).json());
const cancel = async () => (await responses()).cancelRetrainingResponse();

async function vote(count: number, change: Record<string, unknown> = {}) {
  const { keepVote } = await import("@/lib/storage/votes");
  const { getDatabase } = await import("@/lib/runtime/database");
  const database = await getDatabase();
  for (let index = 0; index < count; index++) {
    await keepVote(database, {
      ...{ id: randomUUID(), mode: "models", router: "mf", threshold: 0.5, winRate: 0.5, prompt: `Question ${index}?` },
      ...{ modelA: "openai-compatible/large", modelB: "openai-compatible/small", answerA: "a", answerB: "b" },
      ...{ winner: "model_b", savedAt: "2026-11-23T00:00:00.000Z", simulated: false },
      ...change,
    });
  }
}

describe("training on votes over HTTP", () => {
  it("tells what there is, and makes nothing by being asked", async () => {
    expect(await status()).toMatchObject({
      votes: { usable: 0, simulated: 0, others: 0, needed: LEAST_VOTES },
      ...{ connected: true, served: { kind: "shipped" }, training: { state: "none" } },
    });
    expect(readdirSync(here)).toEqual([]);
  });

  it("counts simulated votes and votes on other models apart, and never begins with them", async () => {
    await vote(LEAST_VOTES, { modelA: "simulated/strong", modelB: "simulated/weak", simulated: true });
    // Even where the row does not say so.
    await vote(1, { modelA: "simulated/strong" });
    await vote(2, { modelA: "openai/else" });
    await vote(3);
    const simulated = LEAST_VOTES + 1;
    expect((await status()).votes).toEqual({ usable: 3, simulated, others: 2, needed: LEAST_VOTES });
    const refused = await post({ action: "start" });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      message: `A training needs ${LEAST_VOTES} real votes on the two models that are connected, but there are 3.`,
    });
  });

  it("has no usable votes where simulated models answer", async () => {
    await vote(LEAST_VOTES);
    for (const name of ["STRONG_MODEL", "STRONG_PRICE", "WEAK_MODEL", "WEAK_PRICE"])
      vi.stubEnv(`ROUTELLM_${name}`, undefined);
    resetProcess();
    expect(await status()).toMatchObject({ connected: false, votes: { usable: 0, others: LEAST_VOTES } });
    expect((await post({ action: "start" })).status).toBe(409);
  });

  it.each([
    [{}, 400],
    [{ action: "train" }, 400],
    [{ action: "start", version: "2026-11-23-0123456789ab" }, 400],
    [{ action: "use" }, 400],
    [{ action: "use", version: "../../etc" }, 400],
    ["{", 400],
    [{ action: "use", version: "2026-11-23-0123456789ab" }, 409],
  ])("answers %j with one sentence and %i", async (body, expected) => {
    const response = await post(body);
    expect(response.status).toBe(expected);
    expect(await response.json()).toEqual({ message: expect.stringMatching(/^[^\n]+\.$/) });
  });

  it("does not take a form of another site", async () => {
    expect((await post({ action: "shipped" }, "text/plain")).status).toBe(400);
  });

  it("one at a time; killed on the way, nothing is left of it and the routers in use stay", {
    timeout: 60_000,
  }, async () => {
    await vote(LEAST_VOTES);
    const [first, second] = await Promise.all([post({ action: "start" }), post({ action: "start" })]);
    expect([first.status, second.status].toSorted()).toEqual([200, 409]);
    expect((await status()).training.state).toBe("running");
    expect((await cancel()).status).toBe(200);
    expect(await status()).toMatchObject({ served: { kind: "shipped" }, training: { state: "none" } });
    expect(readdirSync(join(here, "routers"))).toEqual([]);
    const again = await post({ action: "start" });
    expect(again.status).toBe(200);
    await cancel();
  });
});
