import { describe, expect, it } from "vitest";
import { excerpt, type RecentPrompt, type RecordedPrompt, recordPrompt, toHistory } from "./prompt-history";

const tried = (prompt: string): RecentPrompt => ({
  prompt,
  scores: { takenFor: "chat", routers: [{ routerId: "mf", winRate: 0.5, latencyMs: 1 }] },
});
const NOW = 1_000_000;
const recorded = (prompt: string, recordedAt = NOW - 1000): RecordedPrompt => ({ ...tried(prompt), recordedAt });
const promptsAfter = (history: readonly RecordedPrompt[], prompt: string) =>
  recordPrompt(history, tried(prompt), NOW).map((entry) => entry.prompt);

describe("recordPrompt", () => {
  it("puts the newest in front, with its time", () => {
    expect(recordPrompt([recorded("a")], tried("b"), NOW)).toEqual([recorded("b", NOW), recorded("a")]);
  });

  it("moves a prompt that was tried before instead of repeating it", () => {
    expect(promptsAfter([recorded("c"), recorded("b"), recorded("a")], "a")).toEqual(["a", "c", "b"]);
    expect(promptsAfter([recorded("a", 0)], "a")).toEqual(["a"]);
  });

  it("replaces what typing goes on from, and only that", () => {
    expect(promptsAfter([recorded("Prove"), recorded("Prov")], "Prove it")).toEqual(["Prove it", "Prov"]);
    expect(promptsAfter([recorded("Prove it")], "Prove")).toEqual(["Prove", "Prove it"]);
  });

  it("keeps a prompt that stood for a while, though the next one goes on from it", () => {
    const next = "Prove it. In French.";
    expect(promptsAfter([recorded("Prove it.", NOW - 4999)], next)).toEqual([next]);
    expect(promptsAfter([recorded("Prove it.", NOW - 5000)], next)).toEqual([next, "Prove it."]);
  });

  it("keeps the 30 newest", () => {
    const full = Array.from({ length: 40 }, (_, index) => `${index}.`).reduce<readonly RecordedPrompt[]>(
      (history, prompt) => recordPrompt(history, tried(prompt), NOW),
      [],
    );
    expect(full).toHaveLength(30);
    expect(full[0]?.prompt).toBe("39.");
  });
});

describe("toHistory", () => {
  it("reads back what was stored", () => {
    const history = [recorded("a \ud800 \0"), recorded("b")];
    expect(toHistory(JSON.parse(JSON.stringify(history)))).toEqual(history);
  });

  it("takes an entry without a time for an old one", () => {
    expect(toHistory([tried("a")])).toEqual([recorded("a", 0)]);
  });

  it("drops routers that do not exist and keeps the rest of the entry", () => {
    const unknown = ["gpt", "toString", "__proto__"].map((routerId) => ({ routerId, winRate: 0.5, latencyMs: 1 }));
    const { prompt, scores, recordedAt } = recorded("a");
    const stored = { prompt, recordedAt, scores: { ...scores, routers: [...unknown, ...scores.routers, null] } };
    expect(toHistory([stored])).toEqual([recorded("a")]);
    expect(toHistory([{ ...stored, scores: { ...scores, routers: unknown } }])).toEqual([]);
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
