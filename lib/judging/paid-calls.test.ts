import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { createProviders } from "@/lib/gateway/providers";
import { BudgetReachedError } from "@/lib/gateway/spending-limit";
import { judgeVerdictSchema } from "@/lib/schemas/files/judge-verdict";
import { type OpenAiServer, type SeenCall, type ServerAnswer, startOpenAiServer } from "@/lib/test/openai-server";
import { CallFailedError, openPaidCalls, StoppedError } from "./paid-calls";

const folder = mkdtempSync(join(tmpdir(), "calls-"));
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const price = { input: 1, output: 1e6 };
let files = 0;

/** Calls to a server that answers the nth call with the nth of `answers`, and with "fine" from then on. */
async function prepare(
  answers: readonly ServerAnswer[] | ((call: SeenCall, number: number) => ServerAnswer),
  options: { limit?: number; timeoutMs?: number; journalPath?: string } = {},
) {
  const reply =
    typeof answers === "function" ? answers : (_: SeenCall, number: number) => answers[number - 1] ?? { text: "fine" };
  const server: OpenAiServer = await startOpenAiServer(reply);
  closing.push(() => server.stop());
  const providers = createProviders({
    openaiApiKey: undefined,
    anthropicApiKey: undefined,
    compatibleBaseUrl: server.url,
    compatibleApiKey: "sk-secret",
  });
  const {
    journalPath = join(folder, `journal-${files++}`),
    limit = Number.POSITIVE_INFINITY,
    timeoutMs = 5000,
  } = options;
  const stop = new AbortController();
  const waits: number[] = [];
  const calls = await openPaidCalls({
    journalPath,
    parameter: "--out",
    limit,
    timeoutMs,
    redact: providers.redact,
    stop: stop.signal,
    random: () => 0,
    wait: async (milliseconds) => void waits.push(Math.round(milliseconds)),
  });
  closing.push(() => calls.close());
  const model = providers.model("openai-compatible/m", "--strong");
  const call = { model, price, prompt: "hello", maxOutputTokens: 10 };
  return { server, calls, call, stop, waits, journalPath };
}

describe("openPaidCalls", () => {
  it("asks once, keeps the answer on disk, and accounts for what it cost", async () => {
    const { server, calls, call, journalPath } = await prepare([{ text: "answer", usage: [1_000_000, 2] }]);
    expect(calls.find(call)).toBeUndefined();
    expect(await calls.ask(call)).toEqual({ text: "answer", truncated: false, isFresh: true });
    expect(await calls.ask(call)).toEqual({ text: "answer", truncated: false, isFresh: false });
    expect(calls.find(call)?.text).toBe("answer");
    expect(calls.totals()).toEqual({ spent: 3, maybeSpent: 0, answers: 1 });
    expect(server.calls).toHaveLength(1);

    const later = await prepare([], { journalPath });
    expect((await later.calls.ask(call)).text).toBe("answer");
    expect(later.calls.totals()).toEqual({ spent: 3, maybeSpent: 0, answers: 0 });
    expect(later.server.calls).toHaveLength(0);
  });

  it("takes calls for different ones if prompt, instructions, length, model or round differ", async () => {
    const { server, calls, call } = await prepare([]);
    const variants = [
      call,
      { ...call, prompt: "x" },
      { ...call, system: "s" },
      { ...call, maxOutputTokens: 9 },
      { ...call, round: 2 },
    ];
    for (const variant of [...variants, ...variants]) await calls.ask(variant);
    expect(server.calls).toHaveLength(5);
  });

  it("counts the most it can where the server does not count tokens", async () => {
    const { calls, call } = await prepare([{ text: "12345", usage: null }]);
    await calls.ask(call);
    // 400 tokens around 5 bytes in, 5 bytes out.
    expect(calls.totals().spent).toBeCloseTo(405e-6 + 5, 12);
  });

  it("tries again after 429 and 5xx: as long as the server asks, else with growing waits", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      const { server, calls, call, waits } = await prepare([
        { status: 500 },
        { status: 503 },
        { status: 429, headers: { "retry-after": "7" } },
        { status: 529 },
      ]);
      expect((await calls.ask(call)).text).toBe("fine");
      expect(server.calls).toHaveLength(5);
      // After 429 the line to this model is closed to all callers. Time stands still here: after its own wait of 7 s the
      // caller finds the line closed for as long as before.
      expect(waits.filter((wait) => wait !== 7000)).toEqual([500, 1000, 4000]);
      expect(waits).toContain(7000);
      expect(calls.totals()).toMatchObject({ maybeSpent: 0, answers: 1 });
    } finally {
      vi.useRealTimers();
    }
  });

  it("holds every caller of a model back when its server has no room", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      const { calls, call, waits } = await prepare([{ status: 429, headers: { "retry-after": "20" } }]);
      await calls.ask(call);
      waits.length = 0;
      await calls.ask({ ...call, prompt: "another" });
      expect(waits).toEqual([20_000]);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each<[string, ServerAnswer, number]>([
    ["a broken answer", { status: 200, body: '{"choices":[{"mess' }, 1],
    ["a connection reset in the body", "reset", 1],
    ["a connection closed before the head", "close", 2],
    ["silence", "hang", 2],
    ["errors without end", { status: 500 }, 6],
  ])("gives up on %s; what may have been paid is counted as such", async (_, answer, tries) => {
    const { server, calls, call, journalPath } = await prepare(() => answer, { timeoutMs: 200 });
    await expect(calls.ask(call)).rejects.toThrow(CallFailedError);
    expect(server.calls).toHaveLength(tries);
    const most = 405e-6 + 10;
    expect(calls.totals().maybeSpent).toBeCloseTo(tries <= 2 ? tries * most : 0, 9);
    expect(calls.totals().spent).toBe(0);
    const later = await prepare([], { journalPath });
    expect(later.calls.totals()).toEqual(calls.totals());
  });

  it("does not wait for a server that asks to come back in an hour", async () => {
    const { server, calls, call, waits } = await prepare([{ status: 429, headers: { "retry-after": "3600" } }]);
    await expect(calls.ask(call)).rejects.toThrow("HTTP 429");
    expect([server.calls.length, waits]).toEqual([1, []]);
  });

  it("tries no second time what is refused or hopeless", async () => {
    for (const status of [400, 401, 404, 422]) {
      const { server, calls, call } = await prepare(() => ({ status }));
      await expect(calls.ask(call)).rejects.toThrow(`HTTP ${status}`);
      expect(server.calls).toHaveLength(1);
    }
  });

  it("asks without a shape where the server refuses one, and remembers it", async () => {
    const { server, calls, call } = await prepare((seen) => (seen.format ? { status: 400 } : { text: "plain" }));
    const judged = { ...call, schema: judgeVerdictSchema };
    expect((await calls.ask(judged)).text).toBe("plain");
    expect((await calls.ask({ ...judged, round: 2 })).text).toBe("plain");
    expect(server.calls.map(({ format }) => format)).toEqual(["json_schema", undefined, undefined]);
  });

  it("still holds a model to a shape that has answered before without being asked for one", async () => {
    const { server, calls, call } = await prepare([]);
    await calls.ask(call);
    await calls.ask({ ...call, schema: judgeVerdictSchema, round: 2 });
    expect(server.calls.map(({ format }) => format)).toEqual([undefined, "json_schema"]);
  });

  it("makes no call that might pass the limit, counting what earlier runs spent", async () => {
    const most = 405e-6 + 10;
    const { server, calls, call, journalPath } = await prepare([], { limit: most + 5.01 });
    await calls.ask(call);
    await expect(calls.ask({ ...call, prompt: "world" })).resolves.toBeDefined();
    await expect(calls.ask({ ...call, prompt: "third" })).rejects.toThrow(BudgetReachedError);
    expect(server.calls).toHaveLength(2);
    expect(calls.totals().spent).toBeLessThanOrEqual(most + 5.01);
    const later = await prepare([], { journalPath, limit: most + 9.9 });
    await expect(later.calls.ask({ ...call, prompt: "third" })).rejects.toThrow(BudgetReachedError);
    expect((await later.calls.ask(call)).text).toBe("fine");
    expect(later.server.calls).toHaveLength(0);
  });

  it("makes no further call once stopped, but takes the answer under way", async () => {
    const { server, calls, call, stop } = await prepare(() => {
      stop.abort();
      return { text: "last" };
    });
    expect((await calls.ask(call)).text).toBe("last");
    await expect(calls.ask({ ...call, prompt: "next" })).rejects.toThrow(StoppedError);
    expect(server.calls).toHaveLength(1);
  });

  it("counts calls that a killed process left open as money that may be gone", async () => {
    const journalPath = join(folder, "killed");
    const line = (entry: object) => `${JSON.stringify(entry)}\n`;
    const asked = (call: string, most: number) => line({ kind: "asked", call, model: "m", most });
    const answered = { kind: "answered", text: "t", truncated: false, inputTokens: 1, outputTokens: 1 };
    writeFileSync(
      journalPath,
      [
        asked("a", 5),
        line({ ...answered, call: "a", cost: 1 }),
        asked("b", 7),
        asked("b", 7),
        line({ kind: "failed", call: "b", reason: "500", maybePaid: false }),
        asked("c", 11),
        line({ kind: "failed", call: "c", reason: "timeout", maybePaid: true }),
        asked("d", 13),
        '{"kind":"answered","call":"d","te',
      ].join(""),
    );
    const { calls } = await prepare([], { journalPath });
    expect(calls.totals()).toEqual({ spent: 1, maybeSpent: 7 + 11 + 13, answers: 0 });
  });

  it("writes no key into the journal, whatever the server says", async () => {
    const { calls, call, journalPath } = await prepare([
      { status: 401, body: '{"error":{"message":"bad key sk-secret"}}' },
    ]);
    await expect(calls.ask(call)).rejects.toThrow("bad key [key]");
    expect(readFileSync(journalPath, "utf8")).toContain("bad key [key]");
    expect(readFileSync(journalPath, "utf8")).not.toContain("sk-secret");
  });
});
