import { describe, expect, it } from "vitest";
import { createBradleyTerrySolver } from "./bradley-terry";
import { sigmoid } from "./sigmoid";

function solve(
  players: number,
  wins: readonly number[],
  start: readonly number[] = wins.slice(0, players).map(() => 0),
) {
  const strengths = Float64Array.from(start);
  createBradleyTerrySolver(players).solve(Float64Array.from(wins), strengths);
  return strengths;
}

describe("createBradleyTerrySolver", () => {
  it("gives two players the log of their odds: 3 wins to 1 is ln 3 apart, around 0", () => {
    const [first = 0, second = 0] = solve(2, [0, 3, 1, 0]);
    expect(first - second).toBeCloseTo(Math.log(3), 8);
    expect(first + second).toBeCloseTo(0, 5);
  });

  it("meets the likelihood equations: every player's expected wins are its wins", () => {
    const wins = [0, 5, 2, 3, 0, 4, 6, 1, 0];
    const strengths = solve(3, wins);
    for (const i of [0, 1, 2]) {
      let [won, expected] = [0, 0];
      for (const j of [0, 1, 2].filter((other) => other !== i)) {
        const [ij = 0, ji = 0] = [wins[i * 3 + j], wins[j * 3 + i]];
        won += ij;
        expected += (ij + ji) * sigmoid((strengths[i] ?? 0) - (strengths[j] ?? 0));
      }
      expect(expected).toBeCloseTo(won, 7);
    }
  });

  it("reaches the same answer from near and from very far, at any scale of the wins", () => {
    const wins = [0, 5, 2, 3, 0, 4, 6, 1, 0];
    const near = solve(3, wins);
    for (const [scale, start] of [
      [1, [300, -300, 40]],
      [1e-30, [0, 0, 0]],
      [1e30, [-60, 0, 60]],
    ] as const) {
      const far = solve(
        3,
        wins.map((mass) => mass * scale),
        start,
      );
      for (const [index, strength] of far.entries()) expect(strength).toBeCloseTo(near[index] ?? 9, 6);
    }
  });

  it("keeps a player who never loses finite and on top, and unbeaten pairs apart from each other at 0", () => {
    const [top = 0, bottom = 0] = solve(2, [0, 7, 0, 0]);
    expect(top - bottom).toBeGreaterThan(15);
    expect(top - bottom).toBeLessThan(60);
    const apart = solve(4, [0, 3, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 3, 0]);
    expect(apart[0]).toBeCloseTo(Math.log(3) / 2, 4);
    expect(apart[3]).toBeCloseTo(Math.log(3) / 2, 4);
  });

  it("leaves the start alone when nobody has won anything", () => {
    expect([...solve(2, [5, 0, 0, 5], [1, 2])]).toEqual([1, 2]);
    expect([...solve(2, [0, 1e-300, 0, 0], [1, 2])]).toEqual([1, 2]);
  });
});
