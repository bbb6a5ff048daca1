import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import {
  answerOf,
  identity,
  JUDGE_KEY,
  judgeArguments,
  lastLine,
  linesOf,
  prepareJudgeProgram,
} from "@/lib/test/judge-program";
import type { ServerAnswer } from "@/lib/test/openai-server";

const { run, start, makeFiles } = prepareJudgeProgram(() => import("./command-line"));

describe("augment judge", { timeout: 180_000 }, () => {
  it("judges every prompt, with no more calls at once than asked, and prints one JSON document", async () => {
    let [underWay, most] = [0, 0];
    const server = await start(async (call) => {
      most = Math.max(most, ++underWay);
      await sleep(60);
      underWay--;
      return answerOf(call);
    });
    const paths = makeFiles(6);
    const { code, out, err } = await run(server.url, ...judgeArguments(paths), "--yes", "--json", "--concurrency", "3");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      prompts: 6,
      judged: 6,
      strongWins: 6,
      weakWins: 0,
      ties: 0,
      disagreements: 0,
      truncatedAnswers: 0,
      failed: 0,
      failure: null,
      ended: "complete",
      // Two answers of 20·10 + 30·30 and two verdicts of 300·10 + 20·30, in millionths, six times.
      spent: expect.closeTo(6 * (2 * 1100 + 2 * 3600) * 1e-6, 10),
      maybeSpent: 0,
      out: paths.out,
      journal: `${paths.out}.journal`,
    });
    expect(err).toMatch(/^6 prompts: 24 calls to make, about \$\d\.\d+, at most \$\d\.\d+/);
    expect(err).toMatch(/6\/6 prompts \| \$0\.0564 spent/);
    expect([server.calls.length, most]).toEqual([24, 3]);
    expect(server.calls.every(({ authorization }) => authorization === `Bearer ${JUDGE_KEY}`)).toBe(true);
    expect(
      linesOf(paths.out)
        .map((line) => JSON.parse(line))
        .map(({ prompt, winner }) => [prompt, winner]),
    ).toEqual(Array.from({ length: 6 }, (_, index) => [`question number ${index}`, "model_a"]));
    for (const text of [out, err, readFileSync(`${paths.out}.journal`, "utf8")]) expect(text).not.toContain(JUDGE_KEY);
    expect(existsSync(`${paths.out}.journal.lock`)).toBe(false);

    const again = await run(server.url, ...judgeArguments(paths));
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining("6 of 6 prompts judged: strong won 6") });
    expect(server.calls).toHaveLength(24);
  });

  it("stops before the budget would be passed, with exit code 0, and keeps to it over runs", async () => {
    const paths = makeFiles(6);
    const server = await start();
    const values = [
      ...judgeArguments(paths),
      "--yes",
      "--json",
      "--max-answer-tokens",
      "100",
      "--max-judge-tokens",
      "100",
    ];
    const { code, out } = await run(server.url, ...values, "--budget", "0.05");
    const summary = JSON.parse(out);
    expect([code, summary.ended]).toEqual([0, "budget"]);
    expect(summary.spent).toBeLessThanOrEqual(0.05);
    expect(server.calls.length).toBeGreaterThan(10);
    const again = JSON.parse((await run(server.url, ...values, "--budget", "0.05")).out);
    expect([again.ended, again.spent <= 0.05]).toEqual(["budget", true]);
    expect(again.spent).toBeGreaterThanOrEqual(summary.spent);
    expect(JSON.parse((await run(server.url, ...values)).out)).toMatchObject({ judged: 6, ended: "complete" });
    expect(server.calls).toHaveLength(24);
  });

  it("gets through a server that throttles, fails, breaks off and babbles", async () => {
    const paths = makeFiles(10);
    const troubles: readonly ServerAnswer[] = [
      { status: 429, headers: { "retry-after": "0" } },
      { status: 500, headers: { "retry-after-ms": "1" } },
      { status: 503, headers: { "retry-after-ms": "1" } },
      { text: '{"winner": "A"', usage: [300, 5] },
    ];
    const troubled = new Set<string>();
    const server = await start((call, number) => {
      const trouble = troubles[number % troubles.length];
      if (trouble === undefined || number % 3 !== 0 || troubled.has(identity(call))) return answerOf(call);
      troubled.add(identity(call));
      return "text" in Object(trouble) && call.system === "" ? answerOf(call) : trouble;
    });
    const { code, out } = await run(server.url, ...judgeArguments(paths), "--yes", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ judged: 10, strongWins: 10, failed: 0, maybeSpent: 0 });
    expect(server.calls.length).toBeGreaterThan(45);
  });

  it("ends with 1 and the reason if prompts fail, and with 2 if a model cannot be used at all", async () => {
    const paths = makeFiles(4);
    const refusing = await start((call) => (call.prompt.includes("number 2") ? { status: 400 } : answerOf(call)));
    const some = await run(refusing.url, ...judgeArguments(paths), "--yes", "--json");
    expect(some.code).toBe(1);
    expect(JSON.parse(some.out)).toMatchObject({ judged: 3, failed: 1, ended: "complete" });
    expect(lastLine(some.err)).toMatch(/^routellm: augment judge: 1 prompts could not be judged \(.*HTTP 400.*\)/);
    expect(linesOf(paths.out)).toHaveLength(3);

    const closed = await start(() => ({
      status: 401,
      body: JSON.stringify({ error: { message: `no such key: ${JUDGE_KEY}` } }),
    }));
    const none = await run(closed.url, ...judgeArguments(makeFiles(4)), "--yes", "--json");
    expect([none.code, none.out]).toEqual([2, ""]);
    expect(lastLine(none.err)).toMatch(
      /^routellm: --strong: openai-compatible\/big: HTTP 401: no such key: \[key\]; it must/,
    );
    expect(none.err).not.toContain(JUDGE_KEY);
  });

  it("spends nothing without --yes or a terminal, nor for an estimate", async () => {
    const paths = makeFiles(3);
    const server = await start();
    const { code, out, err } = await run(server.url, ...judgeArguments(paths), "--json");
    expect([code, out]).toEqual([2, ""]);
    expect(lastLine(err)).toMatch(/^routellm: --yes: is missing/);
    const estimate = await run(server.url, ...judgeArguments(paths), "--json", "--estimate");
    expect([estimate.code, estimate.err]).toEqual([0, ""]);
    expect(JSON.parse(estimate.out)).toMatchObject({ prompts: 3, calls: 12, spent: 0, maybeSpent: 0 });
    expect(server.calls).toHaveLength(0);
  });
});
