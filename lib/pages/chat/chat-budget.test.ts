import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LOCAL } from "@/lib/access/visitor";
import { decisionRecordSchema } from "@/lib/schemas/web/decision";
import { openDatabase } from "@/lib/storage/database/open-database";
import { readDecisions } from "@/lib/storage/decisions";
import { readSpending } from "@/lib/storage/key-spending";
import { resetProcess } from "@/lib/test/start-anew";

const root = mkdtempSync(join(tmpdir(), "chat-budget-"));
afterAll(() => rmSync(root, { recursive: true }));

let state: string;
beforeEach(() => {
  resetProcess();
  state = mkdtempSync(join(root, "case-"));
  vi.stubEnv("ROUTELLM_STATE", state);
  vi.stubEnv("ROUTELLM_SIMULATED_PACE_MS", "0");
  vi.stubEnv("ROUTELLM_LOG_LEVEL", "silent");
});
afterEach(() => vi.unstubAllEnvs());

const BODY = { router: "random", threshold: 0, messages: [{ role: "user", content: "Prove that 2 is prime." }] };

async function pages() {
  const [{ chatAnswerResponse }, { chatConnectionResponse }, { getEndpoint }, { withVisitor }] = await Promise.all([
    import("./chat-answer"),
    import("./chat-connection"),
    import("@/lib/endpoint/endpoint"),
    import("@/lib/access/visitor"),
  ]);
  const post = (body: unknown, signal?: AbortSignal) =>
    new Request("http://localhost/chat", {
      ...{ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) },
      ...(signal && { signal }),
    });
  const by = (id: string, answer: () => Promise<Response>) => withVisitor(async () => ({ ...LOCAL, id }), answer);
  return {
    endpoint: getEndpoint(),
    ask: (id: string, signal?: AbortSignal) => by(id, () => chatAnswerResponse(post(BODY, signal))),
    test: (id: string) => by(id, () => chatConnectionResponse(post({ model: "strong" }))),
    metrics: async () => (await getEndpoint().metrics.text()).body,
  };
}

const sentence = async (response: Response): Promise<string> =>
  JSON.stringify(await response.json().catch(() => "no JSON"));

describe("answers of the pages", () => {
  it("are held to a rate, each person to their own, tests of the connection too", async () => {
    vi.stubEnv("ROUTELLM_PERSON_RPM", "2");
    const { ask, test } = await pages();
    expect((await (await ask("ada")).text()).length).toBeGreaterThan(0);
    expect((await test("ada")).status).toBe(200);
    for (const refused of [await ask("ada"), await test("ada")]) {
      expect(refused.status).toBe(429);
      expect(await sentence(refused)).toContain("You may send 2 requests a minute");
    }
    expect((await ask("grace")).status).toBe(200);
  });

  it("are paid from a person's budget, and are refused where it is not enough", async () => {
    // The most that a strong answer may cost at the paper's prices is about $0.11 with 4,096 tokens.
    vi.stubEnv("ROUTELLM_PERSON_USD", "0.15");
    const { ask } = await pages();
    expect(await (await ask("ada")).text()).toContain("text-delta");
    vi.stubEnv("ROUTELLM_MAX_OUTPUT_TOKENS", "6000");
    resetProcess();
    const again = await pages();
    const text = await (await again.ask("ada")).text();
    expect(text).toContain("Your budget of $0.15 a month has less left than");
    expect(text).not.toContain("text-delta");
    const database = await openDatabase({ kind: "file", path: join(state, "routellm.db") }, "drizzle");
    const account = { key: "person:ada", month: new Date().toISOString().slice(0, 7) };
    await vi.waitFor(async () => expect((await readSpending(database, account)).dollars).toBeGreaterThan(0), 10_000);
    database.close();
  });

  it("wait for the same places as those of /v1, and give them back however they end", async () => {
    vi.stubEnv("ROUTELLM_SIMULATED_PACE_MS", "5");
    vi.stubEnv("ROUTELLM_MAX_CONCURRENT", "1");
    vi.stubEnv("ROUTELLM_MAX_WAITING", "0");
    const { ask, endpoint, test } = await pages();
    const hangUp = new AbortController();
    const first = await ask("ada", hangUp.signal);
    expect([first.status, endpoint.admission.active]).toEqual([200, 1]);
    expect((await ask("grace")).status).toBe(429);
    expect((await test("grace")).status).toBe(429);
    await first.body?.getReader().read();
    hangUp.abort();
    await vi.waitFor(() => expect(endpoint.admission.active).toBe(0), 10_000);
    expect((await (await ask("grace")).text()).length).toBeGreaterThan(0);
    await vi.waitFor(() => expect(endpoint.admission.active).toBe(0), 10_000);
  });

  it("are counted in dollars, and those that are cancelled as an estimate", async () => {
    vi.stubEnv("ROUTELLM_SIMULATED_PACE_MS", "2");
    const { ask, metrics } = await pages();
    await (await ask("ada")).text();
    const hangUp = new AbortController();
    const cancelled = await ask("ada", hangUp.signal);
    const reader = cancelled.body?.getReader();
    let seen = "";
    while (!seen.includes("text-delta")) seen += new TextDecoder().decode((await reader?.read())?.value);
    hangUp.abort();
    const database = await openDatabase({ kind: "file", path: join(state, "routellm.db") }, "drizzle");
    const read = async () => {
      const records = [];
      for await (const record of readDecisions(database)) records.push(decisionRecordSchema.parse(record));
      return records;
    };
    await vi.waitFor(async () => expect(await read()).toHaveLength(2), 10_000);
    const [whole, part] = await read();
    expect(whole).toMatchObject({ source: "chat", outcome: "answered", tokensEstimated: false });
    expect(part).toMatchObject({ source: "chat", outcome: "cancelled", tokensEstimated: true });
    expect(part?.dollars).toBeGreaterThan(0);
    const text = await metrics();
    for (const estimated of ["true", "false"]) {
      expect(text).toMatch(
        new RegExp(`routellm_source_dollars_total\\{source="chat",estimated="${estimated}",simulated="true"\\} 0\\.0`),
      );
    }
    expect(text).toMatch(/routellm_page_answers_total\{router="random",choice="strong",status="499"\} 1/);
    database.close();
  });
});
