import { describe, expect, it } from "vitest";
import { deviation, mean } from "@/lib/math/moments";
import { rankCorrelation } from "@/lib/math/rank-correlation";
import { createRandom } from "@/lib/math/seeded-random";
import { affineShape } from "@/lib/test/affine-shape";
import { type SyntheticKind, synthesizePrompts } from "@/lib/test/synthetic-prompts";
import { HAND_FEATURES } from "@/lib/text/hand-features";
import { columnValue } from "./column-value";
import { fitCorpus } from "./fit-corpus";
import { fitPreferenceColumn } from "./fit-preference-column";
import type { PreferenceSource } from "./preference-sources";

const make = (kind: SyntheticKind, count: number, seed: number) =>
  synthesizePrompts({ count, kind, random: createRandom(seed) });
const made = { chat: make("chat", 160, 1), code: make("code", 80, 2), fresh: make("chat", 80, 3) };
const corpus = fitCorpus([...made.chat, ...made.code].map(({ prompt }) => prompt));

/** The strong model gains more on harder prompts; the code source lies higher as a whole. */
const sources: readonly PreferenceSource[] = [
  { name: "votes", kind: "battles", level: 0.1, weight: 2, made: made.chat },
  { name: "code", kind: "table", level: 0.3, weight: 1, made: made.code },
].map(({ made: rows, kind, ...source }) => ({
  ...source,
  kind: kind === "table" ? "table" : "battles",
  prompts: corpus.read(rows.map(({ prompt }) => prompt)),
  targets: Float64Array.from(rows, ({ difficulty }) => difficulty - 0.5),
}));
const fitWith = (changed: readonly PreferenceSource[]) =>
  fitPreferenceColumn({ sources: changed, random: createRandom(4) });

describe("fitPreferenceColumn", () => {
  const fit = fitWith(sources);

  it("finds the planted preference out of fold in each source, and on new prompts", () => {
    sources.forEach(({ targets }, at) => {
      expect(rankCorrelation(fit.outOfFold[at] ?? [], targets)).toBeGreaterThan(0.5);
    });
    const values = corpus.read(made.fresh.map(({ prompt }) => prompt)).map((prompt) => columnValue(prompt, fit.column));
    expect(
      rankCorrelation(
        values,
        made.fresh.map(({ difficulty }) => difficulty),
      ),
    ).toBeGreaterThan(0.5);
  });

  it("keeps the sources' levels: code lies above chat", () => {
    expect(mean(fit.outOfFold[1] ?? [])).toBeGreaterThan(mean(fit.outOfFold[0] ?? []) + 0.5);
  });

  it("has mean 0 and deviation 1 out of fold over all sources, and folds beside every value", () => {
    const all = fit.outOfFold.flatMap((values) => [...values]);
    expect(mean(all)).toBeCloseTo(0, 9);
    expect(deviation(all)).toBeCloseTo(1, 9);
    expect(fit.folds.map(({ length }) => length)).toEqual([160, 80]);
    expect(new Set(fit.folds.flatMap((folds) => [...folds]))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  it("does not look at what describes answer options", () => {
    const ofOptions = [
      "option length",
      "option spread",
      "options with numbers",
      "none of the above",
      "stem of a choice",
    ];
    for (const name of ofOptions) expect(fit.column.hand[HAND_FEATURES.indexOf(name)], name).toBe(0);
    expect(fit.column.hand[HAND_FEATURES.indexOf("characters")]).not.toBe(0);
  });

  it("gives a row a value that did not see its vote", () => {
    const changed = sources.map((source, at) => ({
      ...source,
      targets: source.targets.map((target, index) => (at === 0 && index === 9 ? -5 * target : target)),
    }));
    const again = fitWith(changed);
    const fold = fit.folds[0]?.[9];
    const of = ({ outOfFold, folds }: typeof fit, mine: boolean) =>
      affineShape(
        outOfFold.flatMap((values, at) =>
          Array.from(values).filter((_, index) => (folds[at]?.[index] === fold) === mine),
        ),
      );
    of(again, true).forEach((value, at) => {
      expect(value).toBeCloseTo(of(fit, true)[at] ?? Number.NaN, 6);
    });
    expect(of(again, false)).not.toEqual(of(fit, false));
  });

  it("is finite with a single prompt, and with none", () => {
    const one = sources.slice(0, 1).map((source) => ({
      ...source,
      prompts: source.prompts.slice(0, 1),
      targets: source.targets.slice(0, 1),
    }));
    for (const few of [one, []]) {
      const { column, outOfFold } = fitWith(few);
      expect(outOfFold.every((values) => values.every(Number.isFinite))).toBe(true);
      expect(Number.isFinite(column.mean) && column.deviation > 0).toBe(true);
    }
  });
});
