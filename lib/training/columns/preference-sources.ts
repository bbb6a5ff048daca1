import type { Battle } from "@/lib/domain/battle";
import { groupBy } from "@/lib/math/group-by";
import { mean, standardize } from "@/lib/math/moments";
import { rank } from "@/lib/math/rank";
import { PREFERENCE_BATTLES, PREFERENCE_TABLES, type PreferenceBattles } from "@/lib/training/sources/recipe";
import type { RatedRow } from "@/lib/training/sources/table-difficulty";
import type { Corpus, CorpusPrompt } from "./fit-corpus";

/** Prompts of one origin and how much a stronger model's answer is preferred on each, beyond the origin's level. */
export type PreferenceSource = {
  readonly name: string;
  /** Judged battles, or a table's difficulty standing in for them. */
  readonly kind: "battles" | "table";
  /** Mean gain of the strong model in this source, −1 to 1. */
  readonly level: number;
  readonly weight: number;
  readonly prompts: readonly CorpusPrompt[];
  /** (prompts) gain less the level. */
  readonly targets: Float64Array;
};

/** Gain of one deviation of difficulty rank within a table. */
const DIFFICULTY_GAIN = 0.06;

/** How far a prompt's own vote moves towards the mean of its category, where a source has one vote a prompt. */
const CATEGORY_SHARE = 0.7;
const CATEGORY_PRIOR_ROWS = 20;

/** A battle file that the recipe does not name: any rated battle tells, at the level of chat. */
const UNKNOWN_BATTLES = { level: 0.1, weight: 2 } as const;

/** Multiple-choice prompts are left out of tables: they have a gate of their own. */
export function collectPreferences(options: {
  corpus: Corpus;
  rated: ReadonlyMap<string, readonly RatedRow[]>;
  battles: ReadonlyMap<string, readonly Battle[]>;
  /** Rating of every model on the 400-scale, for battle files that the recipe does not name. */
  ratings: ReadonlyMap<string, number>;
}): PreferenceSource[] {
  const { corpus, rated, battles, ratings } = options;
  const judged = [...battles].map(([name, list]) => battleSource({ name, battles: list, corpus, ratings }));
  const tables = PREFERENCE_TABLES.map(({ table, category, level }) => {
    const rows = (rated.get(table) ?? []).filter(({ row }) => category === undefined || row.category === category);
    const prompts = corpus.read(rows.map(({ row }) => row.prompt));
    const kept = rows
      .map((_, index) => index)
      .filter((index) => category !== undefined || prompts[index]?.gate !== "multiple choice");
    const targets = standardize(rank(kept.map((index) => rows[index]?.difficulty ?? 0)));
    return {
      name: category === undefined ? table : `${table}: ${category}`,
      kind: "table" as const,
      level,
      weight: 1,
      prompts: kept.flatMap((index) => prompts[index] ?? []),
      targets: targets.map((target) => DIFFICULTY_GAIN * target),
    };
  });
  return [...judged, ...tables].filter((source) => source.prompts.length > 0);
}

/** A battle's outcome for the stronger side, less what that pair of models does on average. */
function battleSource(options: {
  name: string;
  battles: readonly Battle[];
  corpus: Corpus;
  ratings: ReadonlyMap<string, number>;
}): PreferenceSource {
  const { name, corpus, ratings } = options;
  const recipe = PREFERENCE_BATTLES[name];
  const oriented = options.battles.flatMap((battle) => {
    const strongSide = strongerSide(battle, recipe, ratings);
    if (strongSide === undefined) return [];
    const outcome = strongSide === "a" ? battle.outcome : 1 - battle.outcome;
    const pair = strongSide === "a" ? `${battle.modelA} ${battle.modelB}` : `${battle.modelB} ${battle.modelA}`;
    return { prompt: battle.prompt, category: battle.category, outcome, pair };
  });
  const pairMeans = new Map(
    [...groupBy(oriented, ({ pair }) => pair)].map(([pair, list]) => [pair, mean(list.map(({ outcome }) => outcome))]),
  );
  const byPrompt = [...groupBy(oriented, ({ prompt }) => prompt)];
  const own = byPrompt.map(([, list]) => mean(list.map(({ outcome, pair }) => outcome - (pairMeans.get(pair) ?? 0.5))));
  const categories = byPrompt.map(([, list]) => list[0]?.category ?? "");
  const oneVoteEach = byPrompt.every(([, list]) => list.length <= 3) && categories.some((category) => category !== "");
  return {
    name,
    kind: "battles",
    level: recipe?.level ?? UNKNOWN_BATTLES.level,
    weight: recipe?.weight ?? UNKNOWN_BATTLES.weight,
    prompts: corpus.read(byPrompt.map(([prompt]) => prompt)),
    targets: Float64Array.from(oneVoteEach ? shrinkToCategories(own, categories) : own),
  };
}

function strongerSide(
  battle: Battle,
  recipe: PreferenceBattles | undefined,
  ratings: ReadonlyMap<string, number>,
): "a" | "b" | undefined {
  const ratingA = ratings.get(battle.modelA) ?? 0;
  const ratingB = ratings.get(battle.modelB) ?? 0;
  if (recipe === undefined) return ratingA === ratingB ? undefined : ratingA > ratingB ? "a" : "b";
  const placeA = placeIn(recipe.frontier, battle.modelA);
  const placeB = placeIn(recipe.frontier, battle.modelB);
  if (placeA === placeB) return undefined;
  const weaker = placeA < placeB ? battle.modelB : battle.modelA;
  return recipe.peers.includes(weaker) ? undefined : placeA < placeB ? "a" : "b";
}

const placeIn = (frontier: readonly string[], model: string): number => {
  const place = frontier.indexOf(model);
  return place < 0 ? frontier.length : place;
};

function shrinkToCategories(own: readonly number[], categories: readonly string[]): number[] {
  const means = new Map(
    [
      ...groupBy(
        categories.map((category, index) => ({ category, value: own[index] ?? 0 })),
        ({ category }) => category,
      ),
    ].map(([category, list]) => [
      category,
      list.reduce((sum, { value }) => sum + value, 0) / (list.length + CATEGORY_PRIOR_ROWS),
    ]),
  );
  return own.map(
    (value, index) => (1 - CATEGORY_SHARE) * value + CATEGORY_SHARE * (means.get(categories[index] ?? "") ?? 0),
  );
}
