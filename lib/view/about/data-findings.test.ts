import { describe, expect, it } from "vitest";
import {
  brokenSubjectFinding,
  contaminationFinding,
  dataFinding,
  languageShares,
  similarityFinding,
} from "./data-findings";

describe("dataFinding", () => {
  it("adds up rows, and what training takes by kind", () => {
    const finding = dataFinding([
      { kind: "battles", rows: 1500, rowsUsed: 1400 },
      { kind: "battles", rows: 10, rowsUsed: 5 },
      { kind: "golden", rows: 300, rowsUsed: 200 },
      { kind: "benchmark", rows: 100, rowsUsed: 20 },
    ]);
    expect(finding).toMatch(
      /^4 files hold 1,910 rows\. Training takes 1,625 of them: 1,405 votes .* 200 questions .* 20 /,
    );
  });
});

describe("languageShares", () => {
  it("names languages, the most frequent first", () => {
    expect(languageShares({ de: 1, en: 2, "pt-BR": 1 })).toEqual([
      { name: "English", share: 0.5 },
      { name: "Brazilian Portuguese", share: 0.25 },
      { name: "German", share: 0.25 },
    ]);
  });

  it("adds the rare ones up", () => {
    const codes = ["en", "de", "fr", "es", "it", "nl", "pl", "sv", "da", "fi"];
    const shares = languageShares(Object.fromEntries(codes.map((code, index) => [code, 100 - index])));
    expect(shares).toHaveLength(9);
    expect(shares.at(-1)).toEqual({ name: "2 others", share: (92 + 91) / 955 });
  });

  it("has nothing to say of no language", () => {
    expect(languageShares({})).toEqual([]);
  });
});

describe("contaminationFinding", () => {
  it("says what was flagged and what was found beyond", () => {
    expect(contaminationFinding({ flagged: 8145, textMatches: 2, nearDuplicates: 4 })).toMatch(
      /^8,145 rows .* found 6 more: 2 with the same text and 4 nearly so/,
    );
    expect(contaminationFinding({ flagged: 3, textMatches: 0, nearDuplicates: 0 })).toMatch(/found no more\.$/);
  });
});

it("similarityFinding sets MMLU's lift beside the largest of the others", () => {
  const steps = (benchmark: string, withTables: number, withBenchmarkRows: number) => ({
    benchmark,
    withTables,
    withBenchmarkRows,
  });
  expect(
    similarityFinding([steps("mt-bench", 0.2, 0.202), steps("mmlu", 0.2, 0.3), steps("gsm8k", 0.3, 0.301)]),
  ).toMatch(/MMLU by 0\.100, and that of no other benchmark by more than 0\.002\.$/);
});

it("brokenSubjectFinding states both recorded accuracies", () => {
  expect(brokenSubjectFinding({ questions: 270, strong: 0.03, weak: 0.32 })).toBe(
    "In high-school mathematics the published outcomes credit the strong model with 3\u00a0% of 270 questions and the weak one with 32\u00a0%.",
  );
});
