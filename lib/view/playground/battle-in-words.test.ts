import { describe, expect, it } from "vitest";
import type { WeighedBattle } from "@/lib/domain/router-explanation";
import { battleInWords } from "./battle-in-words";

const battle = (outcome: number, evidence: WeighedBattle["evidence"] = "votes"): WeighedBattle => ({
  source: "made-up",
  id: "1",
  evidence,
  modelA: "ant",
  modelB: "bee",
  outcome,
  similarity: 1,
  weight: 1,
});

describe("battleInWords", () => {
  it("names the winner first, whichever side it stood on", () => {
    expect(battleInWords(battle(1))).toBe("ant beat bee");
    expect(battleInWords(battle(0, "answers"))).toBe("bee beat ant");
    expect(battleInWords(battle(0.5))).toBe("ant and bee tied");
  });

  it("does not pass an expectation off as a battle", () => {
    expect(battleInWords(battle(0.62, "expected"))).toBe("ant expected to beat bee in 62\u00a0% of answers");
    expect(battleInWords(battle(0.5, "expected"))).toContain("expected");
  });
});
