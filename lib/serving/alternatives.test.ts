import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { completionAnswer, embeddingsAnswer } from "@/lib/test/openai-answers";
import { type OpenAiServer, type SeenCall, type ServerAnswer, startOpenAiServer } from "@/lib/test/openai-server";
import { calibrationsOf, listingOf } from "@/lib/test/page-file-fixture";
import { safetensorsBytes } from "@/lib/test/write-safetensors";

/** Two models, k = 1, d = 2: w · (P̂[0] − P̂[1]) = 2, W = (1, 0), so that the log-odds are twice the first number. */
const SHAPES = { "P.weight": [2, 1], "text_proj.0.weight": [1, 2], "classifier.0.weight": [1, 1] };
const VALUES: Readonly<Record<string, readonly number[]>> = {
  "P.weight": [1, -1],
  "text_proj.0.weight": [1, 0],
  "classifier.0.weight": [1],
};
const WIN_RATE = 1 / (1 + Math.exp(-6));

let folder = "";
let server: OpenAiServer | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-alternatives-"));
  const bytes = safetensorsBytes({ shapes: SHAPES, fill: (tensor, index) => VALUES[tensor]?.[index] ?? 0 });
  await writeFile(join(folder, "mf.safetensors"), bytes);
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  vi.resetModules();
  const names = Object.keys(process.env).filter((name) => /^(ROUTELLM|OPENAI|ANTHROPIC)_/.test(name));
  for (const name of names) vi.stubEnv(name, undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server?.stop();
  server = undefined;
});

type Answer = (call: SeenCall, number: number) => ServerAnswer | Promise<ServerAnswer>;
/** Embeds "abc" as (3, 9). */
const byLength: Answer = (call) => embeddingsAnswer(call, (text) => [text.length, 9]);

/** The modules as a new process has them, with the alternative configured. */
async function start(answer: Answer = byLength, variables: Readonly<Record<string, string>> = {}) {
  server = await startOpenAiServer(answer);
  const settings: Readonly<Record<string, string>> = {
    OPENAI_COMPATIBLE_BASE_URL: server.url,
    ROUTELLM_MF_CHECKPOINT: join(folder, "mf.safetensors"),
    ROUTELLM_MF_EMBEDDINGS: "openai-compatible/e",
    ROUTELLM_MF_STRONG: "0",
    ROUTELLM_MF_WEAK: "1",
    ...variables,
  };
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return {
    calls: server.calls,
    ...(await import("@/lib/pages/playground/score-remotely")),
    ...(await import("@/lib/pages/playground/score-prompt")),
  };
}

describe("a checkpoint in place of the shipped router", () => {
  it("scores a prompt by its embedding, asks once for the same prompt, and is left out of the local answer", async () => {
    const { scoreRemotely, scorePrompt, calls } = await start();
    const score = await scoreRemotely("mf", "abc");
    expect(score).toEqual({ routerId: "mf", winRate: expect.closeTo(WIN_RATE, 6), latencyMs: expect.any(Number) });
    await scoreRemotely("mf", "abc");
    expect(calls).toMatchObject([{ path: "/embeddings", input: ["abc"] }]);
    const local = await scorePrompt("abc");
    expect(local.remote).toEqual(["mf"]);
    expect(local.routers.map(({ routerId }) => routerId)).not.toContain("mf");
    expect(calls).toHaveLength(1);
  });

  it.each<readonly [string, ServerAnswer, string]>([
    ["a wrong key", { status: 401 }, "openai-compatible/e did not answer: HTTP 401"],
    ["too many calls", { status: 429, headers: { "retry-after": "30" } }, "HTTP 429"],
    ["a broken server", { status: 500 }, "HTTP 500"],
    ["an answer that is none", { status: 200, body: "<html>" }, "not as the protocol has it"],
    ["silence", "hang", "nothing within 0.3 s"],
    ["a broken line", "reset", "did not answer"],
    ["a closed line", "close", "no connection"],
  ])("says why it is unavailable: %s", async (_, answer, message) => {
    const { scoreRemotely } = await start(() => answer, { ROUTELLM_REMOTE_DEADLINE_MS: "300" });
    const score = await scoreRemotely("mf", "abc");
    expect(score).toEqual({ routerId: "mf", unavailable: expect.stringContaining(message) });
  });

  it("says that the embedding is of another model", async () => {
    const { scoreRemotely } = await start((call) => embeddingsAnswer(call, () => [1, 2, 3]));
    expect(await scoreRemotely("mf", "abc")).toMatchObject({
      unavailable: expect.stringContaining("embeddings of 3 numbers, but the checkpoint was trained on 2"),
    });
  });

  it("never makes the other rows wait, and refuses a ninth call at once while eight hang", async () => {
    const { scoreRemotely, scorePrompt } = await start(() => "hang", { ROUTELLM_REMOTE_DEADLINE_MS: "60000" });
    const hanging = Array.from({ length: 8 }, (_, index) => scoreRemotely("mf", `prompt ${index}`));
    expect((await scorePrompt("abc")).routers.length).toBeGreaterThan(0);
    expect(await scoreRemotely("mf", "abc")).toMatchObject({ unavailable: expect.stringContaining("8 other prompts") });
    await server?.stop();
    for (const score of await Promise.all(hanging)) expect(score).toHaveProperty("unavailable");
  });

  it("is never given the shipped router's calibration", async () => {
    await start();
    const { loadPlayground } = await import("@/lib/pages/playground/load-playground");
    const none = await loadPlayground({});
    const { samples, given } = calibrationsOf(none.calibrations);
    const { cards } = listingOf(none.listing);
    expect(samples.mf).toEqual([]);
    expect(samples.sw_ranking.length).toBeGreaterThan(100);
    expect(given).toEqual({});
    expect(cards.mf).toMatchObject({ isAlternative: true, what: expect.stringContaining("mf.safetensors") });
    expect(cards.mf.calibratedOn).toContain("Set ROUTELLM_MF_ALPHA");
    expect(cards.sw_ranking.isAlternative).toBe(false);
    expect(none.initialScores?.remote).toEqual(["mf"]);
  });

  it("takes α from the environment, or from win rates of own prompts", async () => {
    await start(byLength, { ROUTELLM_MF_ALPHA: "0.11593" });
    const { loadPlayground } = await import("@/lib/pages/playground/load-playground");
    expect(calibrationsOf((await loadPlayground({})).calibrations).given).toEqual({ mf: 0.11593 });
    await server?.stop();
    vi.resetModules();
    const file = join(folder, "own.jsonl");
    await writeFile(file, '{"winRate":0.9}\n{"winRate":0.1}\n');
    await start(byLength, { ROUTELLM_MF_ALPHA: "", ROUTELLM_MF_CALIBRATION: file });
    const own = await import("@/lib/pages/playground/load-playground");
    expect(calibrationsOf((await own.loadPlayground({})).calibrations).samples.mf).toEqual([0.1, 0.9]);
  });

  it("is checked at start without the network: one line names what is wrong", async () => {
    const damaged = join(folder, "damaged.safetensors");
    await writeFile(damaged, "hello");
    const empty = join(folder, "empty.jsonl");
    await writeFile(empty, "");
    const cases: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
      [
        { ROUTELLM_MF_CHECKPOINT: join(folder, "absent") },
        `ROUTELLM_MF_CHECKPOINT: ${join(folder, "absent")} could not be read`,
      ],
      [{ ROUTELLM_MF_CHECKPOINT: damaged }, "not a whole safetensors file"],
      [{ ROUTELLM_MF_CHECKPOINT: "" }, "ROUTELLM_MF_EMBEDDINGS has no effect without ROUTELLM_MF_CHECKPOINT"],
      [{ ROUTELLM_MF_STRONG: "2" }, "ROUTELLM_MF_STRONG must be a model's index from 0 to 1"],
      [{ ROUTELLM_MF_STRONG: "one" }, 'ROUTELLM_MF_STRONG must be a whole number from 0 to 100000, but it was "one"'],
      [{ ROUTELLM_MF_EMBEDDINGS: "e" }, "must be provider/model"],
      [{ ROUTELLM_MF_EMBEDDINGS: "anthropic/e" }, "anthropic is not configured"],
      [{ ROUTELLM_MF_EMBEDDINGS: "anthropic/e", ANTHROPIC_API_KEY: "k" }, "anthropic has no embeddings"],
      [{ ROUTELLM_MF_EMBEDDINGS: "" }, "openai is not configured; set OPENAI_API_KEY"],
      [{ ROUTELLM_MF_ALPHA: "1.5" }, "ROUTELLM_MF_ALPHA must be a number from 0 to 1"],
      [{ ROUTELLM_MF_ALPHA: "0.1", ROUTELLM_MF_CALIBRATION: empty }, "both decide α"],
      [{ ROUTELLM_MF_CALIBRATION: empty }, "holds no win rate"],
      [{ ROUTELLM_REMOTE_DEADLINE_MS: "0" }, "ROUTELLM_REMOTE_DEADLINE_MS must be a whole number from 50"],
    ];
    for (const [variables, message] of cases) {
      vi.resetModules();
      vi.stubEnv("ANTHROPIC_API_KEY", undefined);
      await start(() => ({ status: 500 }), {
        ROUTELLM_MF_ALPHA: "",
        ROUTELLM_MF_CALIBRATION: "",
        ROUTELLM_REMOTE_DEADLINE_MS: "",
        ...variables,
      });
      const { getAlternatives } = await import("./alternatives");
      const seen = await import("@/lib/domain/routing-error");
      const error = await getAlternatives().then(
        () => expect.unreachable(message),
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(seen.RoutingError);
      expect(String(error), message).toContain(message);
      expect(server?.calls).toEqual([]);
      await server?.stop();
    }
  });
});

describe("a language model in place of the shipped causal router", () => {
  const causal = async (answer: ServerAnswer, variables: Readonly<Record<string, string>> = {}) => {
    const mf = { ROUTELLM_MF_CHECKPOINT: "", ROUTELLM_MF_EMBEDDINGS: "", ROUTELLM_MF_STRONG: "", ROUTELLM_MF_WEAK: "" };
    return start(() => answer, { ...mf, ROUTELLM_CAUSAL_LLM_MODEL: "openai-compatible/org/m", ...variables });
  };

  it("is asked by the instruction, and its grades 4 and 5 speak for the weak model", async () => {
    const answer = completionAnswer([["4", { "1": 0.2, "4": 0.5, "5": 0.1, " 4": 0.2 }]]);
    const { scoreRemotely, scorePrompt, calls } = await causal(answer);
    expect(await scoreRemotely("causal_llm", "why?")).toMatchObject({ winRate: expect.closeTo(0.2, 6) });
    expect(calls).toMatchObject([{ path: "/completions", model: "org/m", prompt: expect.stringContaining("why?") }]);
    expect((await scorePrompt("why?")).remote).toEqual(["causal_llm"]);
  });

  it("says 1 where it writes no grade", async () => {
    const { scoreRemotely } = await causal(completionAnswer([["Sure", { Sure: 0.6, "[[5]]": 0.4 }]]));
    expect(await scoreRemotely("causal_llm", "why?")).toMatchObject({ winRate: 1 });
  });

  it("is unavailable where the server knows no log-probabilities", async () => {
    const { scoreRemotely } = await causal({ text: "4" }, { ROUTELLM_CAUSAL_LLM_API: "chat" });
    expect(await scoreRemotely("causal_llm", "why?")).toMatchObject({
      unavailable: expect.stringContaining("answered without log-probabilities"),
    });
  });

  it("has its template and its provider checked at start", async () => {
    for (const [variables, message] of [
      [{ ROUTELLM_CAUSAL_LLM_TEMPLATE: join(folder, "absent.txt") }, "absent.txt could not be read"],
      [{ ROUTELLM_CAUSAL_LLM_MODEL: "openai/m" }, "openai is not configured"],
      [
        { ROUTELLM_CAUSAL_LLM_MODEL: "", ROUTELLM_CAUSAL_LLM_API: "chat" },
        "has no effect without ROUTELLM_CAUSAL_LLM_MODEL",
      ],
    ] as const) {
      vi.resetModules();
      vi.stubEnv("ROUTELLM_CAUSAL_LLM_TEMPLATE", undefined);
      await causal({ status: 500 }, variables);
      const { getAlternatives } = await import("./alternatives");
      await expect(getAlternatives(), message).rejects.toThrow(message);
      await server?.stop();
    }
  });
});

describe("remoteScoreResponse", () => {
  const post = (body: string, type = "application/json") =>
    new Request("http://localhost/scores/mf", { method: "POST", body, headers: { "content-type": type } });

  it("answers with the score, or with why there is none", async () => {
    await start();
    const { remoteScoreResponse } = await import("@/lib/pages/playground/remote-score-response");
    const response = await remoteScoreResponse("mf", post('{"prompt":"abc"}'));
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toMatchObject({ routerId: "mf", winRate: expect.closeTo(WIN_RATE, 6) });
    await server?.stop();
    const down = await remoteScoreResponse("mf", post('{"prompt":"abcd"}'));
    expect(down.status).toBe(200);
    expect(await down.json()).toMatchObject({ routerId: "mf", unavailable: expect.stringContaining("no connection") });
  });

  it("refuses what is no request of the page's", async () => {
    const { calls } = await start();
    const { remoteScoreResponse } = await import("@/lib/pages/playground/remote-score-response");
    const cases = [
      ["nobody", post('{"prompt":"abc"}'), 404],
      ["length", post('{"prompt":"abc"}'), 404],
      ["mf", post('{"prompt":"abc"}', "text/plain"), 415],
      ["mf", post("{"), 400],
      ["mf", post('{"prompt":" "}'), 400],
    ] as const;
    for (const [router, request, status] of cases) {
      const response = await remoteScoreResponse(router, request);
      expect(response.status).toBe(status);
      expect(await response.json()).toEqual({ message: expect.any(String) });
    }
    expect(calls).toEqual([]);
  });
});
