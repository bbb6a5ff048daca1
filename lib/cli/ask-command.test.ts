import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { commandRunner } from "@/lib/test/command-runner";

const runCommand = commandRunner(() => import("./command-line"));
const state = mkdtempSync(join(tmpdir(), "routellm-ask-"));
afterAll(() => rmSync(state, { recursive: true }));
const ask = (args: readonly string[], input = "") =>
  runCommand(["ask", ...args], { input, environment: { ROUTELLM_STATE: state, ROUTELLM_SIMULATED_PACE_MS: "0" } });

describe("ask", () => {
  it("answers on standard output, and says beside it who answered and why", async () => {
    const { exitCode, stdout, stderr } = await ask(["--prompt", "Prove it.", "--model", "router-mf-0"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\*\*Simulated answer of the strong model\.\*\*.*“Prove it\.”/);
    expect(stderr.trim()).toMatch(
      /^strong model \(simulated\/strong\): win rate 0\.\d{4} ≥ α 0\.0000 by mf; \$0\.\d+, /,
    );
  });

  it("reads a question from standard input and prints one JSON document", async () => {
    const { stdout } = await ask(["--prompt", "-", "--model", "router-length-1", "--json"], "Hello there\n");
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ prompt: "Hello there", router: "length", choice: "weak", simulated: true });
    expect(answer.cost).toBeLessThan(answer.alwaysStrongCost);
  });

  it.each([
    [["--prompt", "Hi", "--model", "gpt-4"], "routellm: --model: There is no model"],
    [["--prompt", " ", "--model", "router-mf-0.5"], "routellm: --prompt: This prompt holds nothing but blanks"],
    [["--prompt", "Hi"], "routellm: required option '--model <name>' not specified"],
  ])("answers %j with exit code 2 and one line", async (args, message) => {
    const { exitCode, stdout, stderr } = await ask(args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe("");
    expect(stderr.startsWith(message)).toBe(true);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
