import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readBattles } from "@/lib/datasets/read-battles";
import type { ModelCall, ModelReply } from "@/lib/gateway/call-model";
import { createProviders } from "@/lib/gateway/providers";
import { estimateJudging } from "./estimate-judging";
import type { JudgeSetup, PricedModel } from "./judge-calls";
import { judgePrompts } from "./judge-prompts";
import { openPaidCalls } from "./paid-calls";

const folder = mkdtempSync(join(tmpdir(), "judging-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

const providers = createProviders({
  openaiApiKey: undefined,
  anthropicApiKey: undefined,
  compatibleBaseUrl: "http://127.0.0.1:9/v1",
  compatibleApiKey: undefined,
});
const priced = (name: string, input: number, output: number): PricedModel => ({
  ...providers.model(`openai-compatible/${name}`, "--strong"),
  price: { input, output },
});
const setup: JudgeSetup = {
  strong: priced("big", 10, 30),
  weak: priced("small", 1, 2),
  judge: priced("judge", 5, 15),
  instructions: "Judge.",
  maxAnswerTokens: 100,
  maxVerdictTokens: 50,
};

type Answer = (call: ModelCall) => string | Promise<string>;
const verdict = (winner: string) => JSON.stringify({ reasoning: "r", winner });
/** Which model's answer stands first; answers name their model. */
const first = ({ prompt }: ModelCall): string => /<first_answer[^>]*>\n(\w+)/.exec(prompt)?.[1] ?? "";
const question = ({ prompt }: ModelCall): string => /<request[^>]*>\n(.*)\n/.exec(prompt)?.[1] ?? "";
/** The judge finds the strong model better, whatever the order. */
const honest: Answer = (call) =>
  call.system === undefined
    ? `${call.model.name} says ${call.prompt}`
    : verdict(first(call) === "big" ? "first" : "second");

async function judge(options: {
  prompts: readonly string[];
  answer?: Answer;
  path?: string;
  limit?: number;
  concurrency?: number;
  stopAfter?: number;
}) {
  const { prompts, answer = honest, path = join(folder, `out-${files++}.jsonl`), concurrency = 3 } = options;
  const { limit = Number.POSITIVE_INFINITY, stopAfter = Number.POSITIVE_INFINITY } = options;
  const made: string[] = [];
  const stop = new AbortController();
  let underWay = 0;
  let mostUnderWay = 0;
  const call = async (asked: ModelCall): Promise<ModelReply> => {
    made.push(
      `${asked.model.name}: ${asked.system === undefined ? asked.prompt : `${question(asked)} ${first(asked)}`}`,
    );
    mostUnderWay = Math.max(mostUnderWay, ++underWay);
    await new Promise(setImmediate);
    underWay--;
    if (made.length >= stopAfter) stop.abort();
    return { text: await answer(asked), inputTokens: 100, outputTokens: 10, truncated: false };
  };
  const calls = await openPaidCalls({
    journalPath: `${path}.journal`,
    parameter: "--out",
    limit,
    timeoutMs: 1000,
    redact: (text) => text,
    stop: stop.signal,
    random: () => 0,
    call,
    wait: async () => {},
  });
  const estimate = estimateJudging({ prompts, setup, calls });
  try {
    const summary = await judgePrompts({ prompts, setup, calls, concurrency, outPath: path, stop, report: () => {} });
    return { summary, made, estimate, path, mostUnderWay, totals: calls.totals() };
  } finally {
    await calls.close();
  }
}
const lines = (path: string): Record<string, unknown>[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

describe("judgePrompts", () => {
  it("has each prompt answered twice and judged in both orders, and writes battles that training reads", async () => {
    const prompts = ["the first question", "the second question", "the third question"];
    const { summary, made, path, totals, mostUnderWay } = await judge({ prompts });
    expect(summary).toMatchObject({ prompts: 3, judged: 3, strongWins: 3, weakWins: 0, ties: 0, ended: "complete" });
    const expected = prompts.flatMap((text) => [
      `big: ${text}`,
      `small: ${text}`,
      `judge: ${text} big`,
      `judge: ${text} small`,
    ]);
    expect(made.toSorted()).toEqual(expected.toSorted());
    expect(lines(path).map(({ prompt }) => prompt)).toEqual(prompts);
    expect(lines(path)[0]).toEqual({
      id: expect.stringMatching(/^judged-[0-9a-f]{16}$/),
      prompt: "the first question",
      model_a: "big",
      model_b: "small",
      winner: "model_a",
      judge: "openai-compatible/judge",
      verdicts: ["model_a", "model_a"],
    });
    expect((await readBattles(path, "judged")).map(({ outcome }) => outcome)).toEqual([1, 1, 1]);
    // Three prompts: (100·10 + 10·30) + (100·1 + 10·2) + 2·(100·5 + 10·15) millionths each.
    expect(totals.spent).toBeCloseTo((3 * (1300 + 120 + 1300)) / 1e6, 12);
    expect(mostUnderWay).toBeLessThanOrEqual(3);
  });

  it("makes a tie of a judge that always prefers the first place", async () => {
    const { summary, path } = await judge({
      prompts: ["q"],
      answer: (call) => (call.system === undefined ? call.model.name : verdict("first")),
    });
    expect(summary).toMatchObject({ ties: 1, disagreements: 1 });
    expect(lines(path)).toMatchObject([{ winner: "tie", verdicts: ["model_a", "model_b"] }]);
  });

  it("needs no judge for two answers that are the same", async () => {
    const { summary, made } = await judge({ prompts: ["2+2?"], answer: () => "4" });
    expect(summary).toMatchObject({ ties: 1, disagreements: 0 });
    expect(made).toHaveLength(2);
  });

  it("asks a judge whose answer holds no verdict again, and gives a prompt up after three", async () => {
    let asked = 0;
    const answer: Answer = (call) => {
      if (call.system === undefined) return call.model.name;
      if (question(call) === "hopeless") return "I cannot say.";
      return ++asked % 3 === 0 ? verdict("tie") : '{"winner":"A"}';
    };
    const { summary, made, path } = await judge({ prompts: ["hard", "hopeless"], answer });
    expect(summary).toMatchObject({
      judged: 1,
      ties: 1,
      failed: 1,
      failure: expect.stringContaining("without a verdict"),
    });
    expect(made.filter((call) => call.startsWith("judge: hard"))).toHaveLength(6);
    expect(made.filter((call) => call.startsWith("judge: hopeless"))).toHaveLength(3);
    expect(lines(path).map(({ prompt }) => prompt)).toEqual(["hard"]);
    // A later run asks in new rounds: what was paid for before is not asked again.
    const later = await judge({
      prompts: ["hard", "hopeless"],
      path,
      answer: (call) => (call.system ? verdict("first") : "no"),
    });
    expect(later.made).toEqual(["judge: hopeless big", "judge: hopeless small"]);
    expect(later.summary).toMatchObject({ judged: 2, failed: 0 });
  });

  it("ends after five failures in a row, but not for failures here and there", async () => {
    const prompts = Array.from({ length: 40 }, (_, index) => `q${index}`);
    const error = () => Promise.reject(new Error("out of order"));
    const all = await judge({ prompts, answer: error, concurrency: 1 });
    expect(all.summary).toMatchObject({ judged: 0, failed: 5, ended: "failures" });
    const some = await judge({ prompts, answer: (call) => (/q\d*7$/.test(call.prompt) ? error() : honest(call)) });
    expect(some.summary).toMatchObject({ judged: 36, failed: 4, ended: "complete" });
  });

  it("stops before the budget, keeps what is complete, and goes on with a larger one", async () => {
    const prompts = Array.from({ length: 6 }, (_, index) => `q${index}`);
    const limit = 0.015;
    const { summary, totals, path, made } = await judge({ prompts, limit });
    expect(summary.ended).toBe("budget");
    expect(totals.spent).toBeLessThanOrEqual(limit);
    expect(summary.judged).toBeGreaterThan(0);
    expect(summary.judged).toBeLessThan(6);
    expect(lines(path)).toHaveLength(summary.judged);
    const later = await judge({ prompts, path });
    expect(later.summary).toMatchObject({ judged: 6, ended: "complete" });
    const calls = [...made, ...later.made];
    expect([calls.length, new Set(calls).size]).toEqual([24, 24]);
  });

  it("goes on where it was interrupted", async () => {
    const prompts = Array.from({ length: 5 }, (_, index) => `q${index}`);
    const { summary, path, made } = await judge({ prompts, stopAfter: 7, concurrency: 2 });
    expect(summary.ended).toBe("interrupted");
    const later = await judge({ prompts, path });
    expect(later.summary).toMatchObject({ judged: 5, ended: "complete" });
    const calls = [...made, ...later.made];
    expect([calls.length, new Set(calls).size]).toEqual([20, 20]);
  });

  it("asks the same models nothing again for another judge, other prompts or another order", async () => {
    const { path } = await judge({ prompts: ["a", "b"] });
    const later = await judge({ prompts: ["c", "b", "a"], path });
    expect(later.made.every((call) => / c\b/.test(call))).toBe(true);
    expect(lines(path).map(({ prompt }) => prompt)).toEqual(["c", "b", "a"]);
  });

  it("loses nothing and buys nothing twice, wherever the journal was cut off", async () => {
    const prompts = ["one", "two"];
    const { path, made } = await judge({ prompts, concurrency: 1 });
    const whole = readFileSync(`${path}.journal`);
    const battles = readFileSync(path, "utf8");
    expect(made).toHaveLength(8);
    for (let length = 0; length <= whole.length; length += 17) {
      const kept = whole.subarray(0, length);
      const answered = kept.toString().split('"kind":"answered"').length - 1;
      const cut = join(folder, "cut.jsonl");
      writeFileSync(`${cut}.journal`, kept);
      const { made: again } = await judge({ prompts, path: cut, concurrency: 1 });
      // The answer in the line that was cut is asked for again; no other is.
      const expected = made.slice(answered);
      expect([expected, [made[answered - 1], ...expected]]).toContainEqual(again);
      expect(readFileSync(cut, "utf8")).toBe(battles);
    }
  });

  it("ends at once where a model cannot be used, naming the argument, and keeps what there is", async () => {
    const path = join(folder, "key.jsonl");
    writeFileSync(path, "");
    const { APICallError } = await import("ai");
    const refusing: Answer = (call) => {
      if (call.model.name !== "small") return honest(call);
      throw new APICallError({ message: "no such model", url: "u", requestBodyValues: {}, statusCode: 404 });
    };
    await expect(judge({ prompts: ["a", "b", "c"], answer: refusing, path, concurrency: 1 })).rejects.toMatchObject({
      parameter: "--weak",
      message: expect.stringContaining("openai-compatible/small: HTTP 404: no such model"),
    });
    const later = await judge({ prompts: ["a"], path });
    expect(later.made).not.toContain("big: a");
  });
});

describe("estimateJudging", () => {
  it("adds up the calls that are left, by mean lengths and at most", async () => {
    const prompt = "x".repeat(40);
    const { estimate, path, totals } = await judge({ prompts: [prompt] });
    // Answers: 10 tokens in, 100 out (the limit is below the mean). Judge, twice: 2 + 10 + 200 in, 50 out.
    const answers = 10 * 10 + 100 * 30 + (10 * 1 + 100 * 2);
    expect(estimate.calls).toBe(4);
    expect(estimate.expected).toBeCloseTo((answers + 2 * (212 * 5 + 50 * 15)) / 1e6, 12);
    expect(estimate.most).toBeGreaterThan(totals.spent);
    const later = await judge({ prompts: [prompt], path });
    expect(later.estimate).toEqual({ calls: 0, expected: 0, most: 0 });
    expect(later.made).toEqual([]);
  });

  it("knows what the journal holds of a prompt", async () => {
    const { path } = await judge({ prompts: ["q"], stopAfter: 3, concurrency: 1 });
    const { estimate } = await judge({ prompts: ["q"], path });
    expect(estimate.calls).toBe(1);
    expect(existsSync(`${path}.journal`)).toBe(true);
  });
});
