import { describe, expect, it } from "vitest";
import { deviation, mean } from "@/lib/math/moments";
import { rankCorrelation } from "@/lib/math/rank-correlation";
import { createRandom } from "@/lib/math/seeded-random";
import { affineShape } from "@/lib/test/affine-shape";
import { nonsenseWord } from "@/lib/test/synthetic-prompts";
import { assignFolds } from "@/lib/training/solvers/folds";
import type { PairRow } from "@/lib/training/sources/training-data";
import { columnValue } from "./column-value";
import { fitCorpus } from "./fit-corpus";
import { fitGainColumn } from "./fit-gain-column";

/** Eight subjects with words of their own; the strong model gains from −.2 to .5 in them. */
const subjectRandom = createRandom(1);
const SUBJECTS = Array.from({ length: 8 }, (_, index) => ({
  name: `subject ${index}`,
  words: Array.from({ length: 5 }, () => nonsenseWord(subjectRandom)),
  gain: -0.2 + 0.1 * index,
}));

function makeRows(count: number, random: () => number): (PairRow & { readonly planted: number })[] {
  return Array.from({ length: count }, (_, index) => {
    const { name, words, gain } = SUBJECTS[index % SUBJECTS.length] ?? { name: "", words: [], gain: 0 };
    const own = Array.from({ length: 4 }, () => words[Math.floor(5 * random())]);
    const prompt = `${own.join(" ")} ${nonsenseWord(random)}?\nA. ${nonsenseWord(random)}\nB. yes\nC. no`;
    const weak = random() < 0.4 ? 1 : 0;
    const strong = random() < 0.4 + gain ? 1 : 0;
    return { id: prompt, prompt, subject: name, strong, weak, planted: gain };
  });
}

const rows = makeRows(1200, createRandom(2));
const corpus = fitCorpus(rows.map(({ prompt }) => prompt));
const prompts = corpus.read(rows.map(({ prompt }) => prompt));
const difficulty = new Float64Array(rows.length);
const fitWith = (changed: readonly PairRow[]) =>
  fitGainColumn({ rows: changed, prompts, difficulty, random: createRandom(3) });

describe("fitGainColumn", () => {
  const fit = fitWith(rows);

  it("finds each subject's planted gain out of fold and on new questions, though single outcomes are noise", () => {
    const own = rankCorrelation(
      rows.map(({ strong, weak }) => strong - weak),
      rows.map(({ planted }) => planted),
    );
    const outOfFold = rankCorrelation(
      fit.outOfFold,
      rows.map(({ planted }) => planted),
    );
    expect(own).toBeLessThan(0.5);
    expect(outOfFold).toBeGreaterThan(0.8);
    const fresh = makeRows(80, createRandom(4));
    const values = corpus.read(fresh.map(({ prompt }) => prompt)).map((prompt) => columnValue(prompt, fit.column));
    expect(
      rankCorrelation(
        values,
        fresh.map(({ planted }) => planted),
      ),
    ).toBeGreaterThan(0.8);
  });

  it("has mean 0 and deviation 1 out of fold, and looks at no hand feature", () => {
    expect(mean(fit.outOfFold)).toBeCloseTo(0, 9);
    expect(deviation(fit.outOfFold)).toBeCloseTo(1, 9);
    expect(fit.column.hand).toEqual([]);
  });

  it("gives a row a value that did not see its outcome, not even through its subject's mean", () => {
    const folds = assignFolds({ texts: rows.map(({ prompt }) => prompt), folds: 5, random: createRandom(3) });
    const changed = rows.map((row, index) =>
      index === 11 ? { ...row, strong: 1 - row.strong, weak: row.strong } : row,
    );
    const again = fitWith(changed);
    const of = (values: Float64Array, mine: boolean) =>
      affineShape(Array.from(values).filter((_, index) => (folds[index] === folds[11]) === mine));
    of(again.outOfFold, true).forEach((value, at) => {
      expect(value).toBeCloseTo(of(fit.outOfFold, true)[at] ?? Number.NaN, 9);
    });
    expect(of(again.outOfFold, false)).not.toEqual(of(fit.outOfFold, false));
  });
});
