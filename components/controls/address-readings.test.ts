import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addressProblems } from "@/lib/view/shared/address-problem";
import { MONEY_READINGS, SHARED_READINGS } from "./address-readings";

const problems = (query: string) =>
  addressProblems(new URLSearchParams(query), { ...SHARED_READINGS, ...MONEY_READINGS });

describe("keys that pages share", () => {
  it.each([
    "share=0.3&router=bert&n=50000&pt=1&at=0&ps=24.7&pw=.5",
    "ls=2.5-10&lw=0.15-0.6&ld=2026-09-23",
    "utm_source=x",
    "",
  ])("are read without a word where they can be used: %s", (query) => {
    expect(problems(query)).toEqual([]);
  });

  it.each([
    ["share=1.5", "but a share of strong calls is a number from 0 to 1; half of the calls go to the strong model"],
    ["router=gpt", "but a router is one of sw_ranking, mf, bert, causal_llm, length, random; Matrix factorization is"],
    ["n=0", "but prompts a month are a plain number from 1 to 1,000,000,000,000; what stands on the page counts"],
    ["pt=many", "but tokens of a prompt are"],
    ["at=-1", "but tokens of an answer are"],
    ["ps=1e3", "but dollars of the strong model are a plain number from 0 to 10,000"],
    ["pw=", "but dollars of the weak model are"],
    ["ls=2.5-10", "with their day in ld; today’s known prices count instead."],
    ["lw=cheap&ld=2026-09-23", "but prices in a link are IN-OUT in dollars per million tokens"],
    ["ld=yesterday", "but the day of prices is like 2026-01-31"],
  ])("are said where they cannot: %s", (query, sentence) => {
    expect(problems(query)).toEqual([expect.stringContaining(sentence)]);
  });
});

it("leaves no key of an address that nobody judges", () => {
  const sources = readdirSync("components", { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes(".test."))
    .map((path) => readFileSync(join("components", path), "utf8"));
  const read = new Set(
    sources.flatMap((source) => [...source.matchAll(/useQueryState\(\s*"(\w+)"/g)].map(([, key]) => key ?? "")),
  );
  // Each is in the readings of its page; strong, weak, category and question are judged by what the opened table holds.
  expect([...read].toSorted()).toEqual(
    [
      ...["a", "analysis", "b", "benchmark", "calibrated", "category", "prompt", "question", "range", "regret"],
      ...["router", "share", "strong", "weak"],
    ].toSorted(),
  );
  // Keys that are read together: those of the money (MONEY_READINGS) and of a budget (run-address-notice).
  expect(sources.filter((source) => /useQueryStates\(/.test(source))).toHaveLength(2);
});
