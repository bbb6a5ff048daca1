import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { judgeJournalEntrySchema } from "@/lib/schemas/files/judge-journal-entry";
import {
  answerOf,
  identity,
  type JudgeFiles,
  judgeArguments,
  lastLine,
  linesOf,
  prepareJudgeProgram,
  until,
} from "@/lib/test/judge-program";
import type { SeenCall } from "@/lib/test/openai-server";

const { launch, run, start, makeFiles } = prepareJudgeProgram(() => import("./command-line"));

const journalOf = ({ out }: JudgeFiles) =>
  linesOf(`${out}.journal`)
    .filter((line) => line.endsWith("}"))
    .map((line) => judgeJournalEntrySchema.parse(JSON.parse(line)));
const answered = (paths: JudgeFiles) => journalOf(paths).filter(({ kind }) => kind === "answered");

describe("augment judge, broken off", { timeout: 180_000 }, () => {
  it("asks again after a kill only what was under way, each once, and loses nothing", async () => {
    const paths = makeFiles(9);
    const hanging = new Set([8, 9, 10, 21, 22, 23]);
    const server = await start((call, number) => (hanging.has(number) ? "hang" : answerOf(call)));
    const values = [...judgeArguments(paths), "--yes", "--json", "--concurrency", "3"];
    let [seen, kept] = [0, 0];
    const open: SeenCall[] = [];
    // All three callers come to hang: at that moment exactly these calls are under way.
    for (const [calls, answers] of [
      [10, 7],
      [23, 17],
    ] as const) {
      const { child, ended } = launch(server.url, values);
      await until(() => server.calls.length === calls && answered(paths).length === answers);
      child.kill("SIGKILL");
      expect(await ended).toMatchObject({ signal: "SIGKILL", out: "" });
      expect(existsSync(paths.out)).toBe(false);
      open.push(...server.calls.slice(-3));
      expect(calls - seen - (answers - kept)).toBe(3);
      [seen, kept] = [calls, answers];
    }
    const { code, out } = await run(server.url, ...values);
    expect(code).toBe(0);
    const summary = JSON.parse(out);
    expect(summary).toMatchObject({ judged: 9, strongWins: 9, ended: "complete" });

    const times = new Map<string, number>();
    for (const call of server.calls) times.set(identity(call), (times.get(identity(call)) ?? 0) + 1);
    const underWay = new Map<string, number>();
    for (const call of open) underWay.set(identity(call), (underWay.get(identity(call)) ?? 0) + 1);
    expect(times.size).toBe(36);
    for (const [call, count] of times) expect(count).toBe(1 + (underWay.get(call) ?? 0));
    const bought = answered(paths);
    expect([bought.length, new Set(bought.map(({ call }) => call)).size]).toEqual([36, 36]);
    // The six that were cut off may have been charged: their most is told apart from what is known to be spent.
    expect(summary.spent).toBeCloseTo(9 * (2 * 1100 + 2 * 3600) * 1e-6, 10);
    expect(summary.maybeSpent).toBeGreaterThan(6 * 1024 * 30e-6);
  });

  it("survives kills at any moment: every answer that was kept is bought once", async () => {
    const paths = makeFiles(8);
    const server = await start(async (call) => {
      await sleep(8);
      return answerOf(call);
    });
    const values = [...judgeArguments(paths), "--yes", "--json", "--concurrency", "4"];
    let open = 0;
    for (const calls of [3, 14, 20]) {
      const { child, ended } = launch(server.url, values);
      await until(() => server.calls.length >= calls);
      child.kill("SIGKILL");
      await ended;
      const entries = journalOf(paths);
      const pending =
        entries.filter(({ kind }) => kind === "asked").length - entries.filter(({ kind }) => kind !== "asked").length;
      expect(pending - open).toBeLessThanOrEqual(4);
      // Nothing went out that the journal did not know of first.
      expect(server.calls.length).toBeLessThanOrEqual(entries.filter(({ kind }) => kind === "asked").length);
      open = pending;
    }
    const { code, out } = await run(server.url, ...values);
    expect([code, JSON.parse(out).judged]).toEqual([0, 8]);
    const bought = answered(paths);
    expect([bought.length, new Set(bought.map(({ call }) => call)).size]).toEqual([32, 32]);
    expect(new Set(server.calls.map(identity)).size).toBe(32);
    expect(server.calls.length).toBeLessThanOrEqual(32 + open);
  });

  it("finishes what is under way when interrupted, writes what is complete, and says how to go on", async () => {
    const paths = makeFiles(5);
    const held: (() => void)[] = [];
    const server = await start(async (call, number) => {
      if (number === 6) await new Promise<void>((resolve) => held.push(resolve));
      return answerOf(call);
    });
    const values = [...judgeArguments(paths), "--yes", "--concurrency", "1"];
    const { child, said, ended } = launch(server.url, values);
    await until(() => held.length === 1);
    child.kill("SIGINT");
    await until(() => said().includes("Finishing the calls under way"));
    held[0]?.();
    const { code, out, err } = await ended;
    expect(code).toBe(1);
    expect(out).toContain("1 of 5 prompts judged");
    expect(lastLine(err)).toBe(
      "routellm: augment judge: interrupted with 1 of 5 prompts judged. What was paid for is kept: run the same command again to go on.",
    );
    expect([server.calls.length, answered(paths).length, linesOf(paths.out).length]).toEqual([6, 6, 1]);
    expect(await run(server.url, ...values)).toMatchObject({
      code: 0,
      out: expect.stringContaining("5 of 5 prompts judged"),
    });
    expect(server.calls).toHaveLength(20);
  });

  it("loses no answer that was kept when the disk is full", async () => {
    const paths = makeFiles(40);
    const server = await start();
    // The journal may grow to 16 KiB.
    const { code, err } = await launch(server.url, [...judgeArguments(paths), "--yes"], "ulimit -f 16;").ended;
    expect(code).toBe(2);
    expect(lastLine(err)).toMatch(/^routellm: --out: the journal .* could not be used \(EFBIG\); make room/);
    const kept = answered(paths).length;
    const made = server.calls.length;
    expect(made - kept).toBeLessThanOrEqual(4);
    expect((await run(server.url, ...judgeArguments(paths), "--yes")).code).toBe(0);
    expect(server.calls.length - made).toBe(160 - kept);
  });

  it("lets no second process work on the same file", async () => {
    const paths = makeFiles(2);
    const server = await start(() => "hang");
    const { child } = launch(server.url, [...judgeArguments(paths), "--yes"]);
    await until(() => server.calls.length > 0);
    const second = await run(server.url, ...judgeArguments(paths), "--yes");
    expect(second.code).toBe(2);
    expect(second.err).toMatch(/^routellm: --out: process \d+ is at work on this file/);
    child.kill("SIGKILL");
  });
});
