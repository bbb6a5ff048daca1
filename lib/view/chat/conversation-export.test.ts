import { describe, expect, it } from "vitest";
import type { RoutedAnswer } from "./answer-in-words";
import { conversationMarkdown } from "./conversation-export";

const weak: RoutedAnswer = {
  ...{ router: "mf", winRate: 0.2, threshold: 0.5 },
  ...{ choice: "weak", reason: "routed", answeredBy: "weak" },
};

describe("conversationMarkdown", () => {
  it("gives each message a section, with who answered, why and for how much", () => {
    const text = conversationMarkdown("Two primes", [
      { role: "user", text: "Name two primes." },
      {
        ...{ role: "assistant", text: "2 and **3**.\n" },
        facts: {
          ...weak,
          ...{ model: "simulated/weak", simulated: true },
        },
        bill: { cost: 0.25, alwaysStrong: 1, alwaysWeak: 0.25 },
      },
    ]);
    expect(text).toBe(
      "# Two primes\n\n## Question\n\nName two primes.\n\n## Answer of the weak model (simulated/weak)\n\n" +
        "> Matrix factorization: the win rate 0.2000 stays below α 0.5000, so the weak model was chosen.\n" +
        "> The answer is simulated: no language model wrote it.\n" +
        "> $0.2500, saves $0.7500 (75.0\u00a0%) against the strong model.\n\n2 and **3**.\n",
    );
  });

  it("says that an answer was stopped, and does without facts that never came", () => {
    const facts = { ...weak, model: "openai/x", simulated: false };
    expect(conversationMarkdown("x", [{ role: "assistant", text: "Half", facts, stopped: true }])).toContain(
      "> It was stopped before its end.",
    );
    expect(conversationMarkdown("x", [{ role: "assistant", text: "Bare" }])).toContain("## Answer\n\nBare\n");
  });
});
