import { describe, expect, it } from "vitest";
import { sizeScore, WORDING_SHARE } from "@/lib/embeddings/gated-encoder";
import { deviation } from "@/lib/math/moments";
import { rankCorrelation } from "@/lib/math/rank-correlation";
import { createRandom } from "@/lib/math/seeded-random";
import { affineShape } from "@/lib/test/affine-shape";
import { synthesizePrompts } from "@/lib/test/synthetic-prompts";
import { assignFolds } from "@/lib/training/solvers/folds";
import type { WordProblemSource } from "@/lib/training/sources/word-problem-sources";
import { columnValue } from "./column-value";
import { fitCorpus } from "./fit-corpus";
import { fitWordProblemColumns } from "./fit-word-problem-columns";

const source = (name: string, seed: number): WordProblemSource => {
  const made = synthesizePrompts({ count: 90, kind: "word problem", random: createRandom(seed) });
  return {
    name,
    prompts: made.map(({ prompt }) => prompt),
    targets: Float64Array.from(made, ({ difficulty }) => 2 * difficulty - 1),
  };
};
const sources = [source("stories", 1), source("exercises", 2)];
const corpus = fitCorpus(sources.flatMap(({ prompts }) => prompts));
const fitWith = (changed: readonly WordProblemSource[]) =>
  fitWordProblemColumns({ corpus, sources: changed, random: createRandom(3) });

describe("fitWordProblemColumns", () => {
  const fit = fitWith(sources);

  it("finds the planted difficulty, of which longer problems have more, out of fold and on new problems", () => {
    expect(rankCorrelation(fit.outOfFold, fit.targets)).toBeGreaterThan(0.8);
    const fresh = synthesizePrompts({ count: 60, kind: "word problem", random: createRandom(4) });
    const scores = corpus
      .read(fresh.map(({ prompt }) => prompt))
      .map((prompt) => sizeScore(prompt.prompt, fit.size) + WORDING_SHARE * columnValue(prompt, fit.wording));
    expect(
      rankCorrelation(
        scores,
        fresh.map(({ difficulty }) => difficulty),
      ),
    ).toBeGreaterThan(0.8);
  });

  it("combines sizes without a negative coefficient, to a score of deviation 1", () => {
    expect(Math.min(...fit.size.coefficients)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...fit.size.coefficients)).toBeGreaterThan(0);
    const sizes = sources.flatMap(({ prompts }) => prompts.map((prompt) => sizeScore(prompt, fit.size)));
    expect(deviation(sizes)).toBeCloseTo(1, 9);
  });

  it("keeps targets in the order of its sources' prompts", () => {
    expect([...fit.targets]).toEqual(sources.flatMap(({ targets }) => [...targets]));
  });

  it("gives a row a wording that did not see its target", () => {
    const row = 5;
    const folds = assignFolds({
      texts: sources.flatMap(({ prompts }) => prompts),
      folds: 4,
      random: createRandom(3),
    });
    const changed = sources.map((each, at) => ({
      ...each,
      targets: each.targets.map((target, index) => (at === 0 && index === row ? -target : target)),
    }));
    const wordings = ({ outOfFold, size }: typeof fit, mine: boolean) =>
      affineShape(
        sources
          .flatMap(({ prompts }) => prompts)
          .map((prompt, index) => (outOfFold[index] ?? Number.NaN) - sizeScore(prompt, size))
          .filter((_, index) => (folds[index] === folds[row]) === mine),
      );
    const again = fitWith(changed);
    const before = wordings(fit, true);
    wordings(again, true).forEach((value, at) => {
      expect(value).toBeCloseTo(before[at] ?? Number.NaN, 6);
    });
    const others = wordings(fit, false);
    expect(wordings(again, false).some((value, at) => Math.abs(value - (others[at] ?? 0)) > 1e-3)).toBe(true);
  });

  it("is finite where there are no word problems at all", () => {
    const none = fitWith([]);
    expect(none.outOfFold).toHaveLength(0);
    expect(sizeScore("3 and 4", none.size)).toBe(0);
    expect(none.wording.deviation).toBe(1);
  });
});
