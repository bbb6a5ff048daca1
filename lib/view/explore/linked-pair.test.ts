import { describe, expect, it } from "vitest";
import { BENCHMARK_IDS } from "@/lib/domain/benchmark";
import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { PAIR_TABLE_INFO } from "@/lib/domain/pair-table";
import { linkedPair } from "./linked-pair";

const NOBODY = { strong: null, weak: null };

describe("the pair of an address", () => {
  it("is the view's own where none is named", () => {
    expect(linkedPair("mmlu", NOBODY)).toEqual({ pair: null, problem: null });
    expect(linkedPair("gsm8k", NOBODY)).toEqual({ pair: null, problem: null });
    expect(linkedPair("math", NOBODY)).toEqual({ pair: PAIR_TABLE_INFO.math.pair, problem: null });
  });

  it.each(BENCHMARK_IDS)("is the paper's view where %s is asked for the paper's pair by its names", (view) => {
    expect(linkedPair(view, PAPER_PAIR)).toEqual({ pair: null, problem: null });
    const shouted = { strong: PAPER_PAIR.strong.toUpperCase(), weak: "Mixtral-8x7B-Instruct-v0.1" };
    expect(linkedPair(view, shouted)).toEqual({ pair: null, problem: null });
  });

  it("is left to a table that has more than one, the paper's too where it has not that", () => {
    const named = { strong: "gpt-9", weak: "gpt-8" };
    expect(linkedPair("gsm8k", named)).toEqual({ pair: named, problem: null });
    expect(linkedPair("mmlu-pro", PAPER_PAIR)).toEqual({ pair: PAPER_PAIR, problem: null });
  });

  it("is another where the view has one alone, or half of one is named, and that is said", () => {
    expect(linkedPair("mmlu", { strong: "gpt-9", weak: "gpt-8" })).toEqual({
      pair: null,
      problem:
        "This address says strong=“gpt-9” and weak=“gpt-8”, but MMLU has outcomes of one pair of models alone; gpt-4-1106-preview over mixtral-8x7b-instruct-v0.1 is shown instead.",
    });
    expect(linkedPair("math", { strong: null, weak: "gpt-8" })).toEqual({
      pair: PAIR_TABLE_INFO.math.pair,
      problem:
        "This address says weak=“gpt-8”, but a pair takes both a strong and a weak model; internlm2_5-20b-chat over Llama-3.1-8B-Instruct is shown instead.",
    });
  });
});
