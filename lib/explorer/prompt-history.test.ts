import { describe, expect, it } from "vitest";
import { excerpt, recordPrompt, type TriedPrompt, toHistory } from "./prompt-history";

const tried = (prompt: string): TriedPrompt => ({
  prompt,
  scores: { takenFor: "chat", routers: [{ routerId: "mf", winRate: 0.5, latencyMs: 1 }] },
});
const promptsOf = (history: readonly TriedPrompt[]) => history.map(({ prompt }) => prompt);

describe("recordPrompt", () => {
  it("puts the newest in front", () => {
    expect(promptsOf(recordPrompt([tried("a")], tried("b")))).toEqual(["b", "a"]);
  });

  it("moves a prompt that was tried before instead of repeating it", () => {
    expect(promptsOf(recordPrompt([tried("c"), tried("b"), tried("a")], tried("a")))).toEqual(["a", "c", "b"]);
  });

  it("replaces what typing goes on from, and only that", () => {
    expect(promptsOf(recordPrompt([tried("Prove"), tried("Prov")], tried("Prove it")))).toEqual(["Prove it", "Prov"]);
    expect(promptsOf(recordPrompt([tried("Prove it")], tried("Prove")))).toEqual(["Prove", "Prove it"]);
  });

  it("keeps the 30 newest", () => {
    const full = Array.from({ length: 40 }, (_, index) => `${index}.`).reduce<readonly TriedPrompt[]>(
      (history, prompt) => recordPrompt(history, tried(prompt)),
      [],
    );
    expect(promptsOf(full)).toHaveLength(30);
    expect(promptsOf(full)[0]).toBe("39.");
  });
});

describe("toHistory", () => {
  it("reads back what was stored", () => {
    const history = [tried("a \ud800 \0"), tried("b")];
    expect(toHistory(JSON.parse(JSON.stringify(history)))).toEqual(history);
  });

  it.each([
    undefined,
    {},
    "x",
    [null],
    [{ prompt: 1 }],
    [{ prompt: "a", scores: { takenFor: "chat", routers: [{ routerId: "mf", winRate: 2, latencyMs: 1 }] } }],
  ])("leaves out %j", (stored) => {
    expect(toHistory(stored)).toEqual([]);
  });
});

describe("excerpt", () => {
  it("is one line, cut between characters", () => {
    expect(excerpt("  two\n\n lines ", 20)).toBe("two lines");
    expect(excerpt("👍👍👍👍", 3)).toBe("👍👍…");
  });
});
