import { describe, expect, it } from "vitest";
import type { PromptScores } from "@/lib/view/shared/prompt-scores";
import { phaseOf, type ScoringEvent, type ScoringState, scoringReducer } from "./scoring-state";

const scoresOf = (winRate: number): PromptScores => ({
  takenFor: "chat",
  routers: [{ routerId: "sw_ranking", winRate, latencyMs: 1 }],
  remote: ["mf"],
});
const start: ScoringState = {
  text: "a",
  answered: { prompt: "a", scores: scoresOf(0.1), unavailable: [] },
  failure: null,
};
const play = (...events: readonly ScoringEvent[]): ScoringState => events.reduce(scoringReducer, start);

const edited = (text: string): ScoringEvent => ({ type: "edited", text });
const answered = (prompt: string, winRate: number): ScoringEvent => ({
  type: "answered",
  prompt,
  scores: scoresOf(winRate),
});
const failed = (prompt: string): ScoringEvent => ({ type: "failed", prompt, message: "no" });

describe("scoring", () => {
  it("starts with the scores the page came with", () => {
    expect(phaseOf(start)).toBe("settled");
  });

  it("keeps the former numbers as outdated until the new ones come", () => {
    const waiting = play(edited("ab"));
    expect(phaseOf(waiting)).toBe("pending");
    expect(waiting.answered?.scores).toEqual(scoresOf(0.1));
    const done = scoringReducer(waiting, answered("ab", 0.2));
    expect(phaseOf(done)).toBe("settled");
    expect(done.answered?.scores).toEqual(scoresOf(0.2));
  });

  it("drops an answer about a text that is no longer there", () => {
    const state = play(edited("ab"), edited("abc"), answered("abc", 0.3), answered("ab", 0.2));
    expect(state.answered).toEqual({ prompt: "abc", scores: scoresOf(0.3), unavailable: [] });
  });

  it("adds what a router on another machine says, or why it says nothing, to the text it was asked about", () => {
    const score = { routerId: "mf", winRate: 0.7, latencyMs: 300 } as const;
    const scored = play({ type: "arrived", prompt: "a", score });
    expect(scored.answered?.scores).toEqual({
      takenFor: "chat",
      routers: [...scoresOf(0.1).routers, score],
      remote: [],
    });
    const unavailable = { routerId: "mf", unavailable: "HTTP 500" } as const;
    const failing = play({ type: "arrived", prompt: "a", score: unavailable });
    expect(failing.answered).toEqual({
      prompt: "a",
      scores: { ...scoresOf(0.1), remote: [] },
      unavailable: [unavailable],
    });
    expect(play(edited("ab"), { type: "arrived", prompt: "a", score })).toEqual(play(edited("ab")));
    expect(play(edited("ab"), { type: "arrived", prompt: "ab", score })).toEqual(play(edited("ab")));
    expect(play({ type: "arrived", prompt: "a", score: unavailable }, answered("a", 0.1)).answered).toEqual(
      start.answered,
    );
  });

  it("does not bring old numbers back after an empty box", () => {
    const emptied = play(edited(""));
    expect(phaseOf(emptied)).toBe("refused");
    const again = scoringReducer(emptied, edited("b"));
    expect(phaseOf(again)).toBe("pending");
    expect(again.answered).toBeNull();
    expect(scoringReducer(emptied, answered("a", 0.1)).answered).toBeNull();
  });

  it("shows no numbers after a failure, and asks again on retry", () => {
    const broken = play(edited("ab"), failed("ab"));
    expect(phaseOf(broken)).toBe("failed");
    expect(broken.answered).toBeNull();
    expect(phaseOf(scoringReducer(broken, { type: "retried" }))).toBe("pending");
    expect(phaseOf(scoringReducer(broken, edited("abc")))).toBe("pending");
  });

  it("ignores failures about other texts, and takes an answer that comes after all", () => {
    expect(phaseOf(play(edited("ab"), failed("x")))).toBe("pending");
    expect(phaseOf(play(edited("ab"), failed("ab"), answered("ab", 0.2)))).toBe("settled");
    expect(phaseOf(play(failed("a")))).toBe("settled");
  });
});
