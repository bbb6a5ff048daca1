/**
 * The constants of the training recipe. Weights and ridge strengths were chosen by cross-validation on golden
 * tables and battles; the levels of sources are set by hand, as in the recipe, from what stronger models gain on such
 * tasks: they order the kinds of prompts, not the prompts of a kind. Tables and battles go by their file names.
 */

/** Tables whose questions have answer options and the categories used of them, with the weight of a row. */
export const MULTIPLE_CHOICE_SOURCES: readonly {
  readonly table: string;
  readonly categories?: readonly string[];
  readonly weight: number;
}[] = [
  { table: "mmlu-pro", weight: 1 },
  {
    table: "multiple-choice-5-small-models",
    categories: [
      "arc_easy",
      "arc_challenge",
      "openbookqa",
      "agieval_logiqa_en",
      "agieval_aqua_rat",
      "agieval_sat_math",
      "agieval_lsat_ar",
    ],
    weight: 0.3,
  },
  {
    table: "fourteen-tasks-9-models",
    categories: ["arc_challenge", "openbook_qa", "commonsense_qa", "gpqa", "trivia_qa", "natural_qa"],
    weight: 0.3,
  },
];

/** Tables in which every category is a task of its own, whose difficulties cannot be compared. */
export const TABLES_OF_TASKS: readonly string[] = ["multiple-choice-5-small-models", "fourteen-tasks-9-models"];

/** Where stronger models are known to win, and by how much more than half: the level of a source (gain, −1 to 1). */
export const PREFERENCE_TABLES: readonly {
  readonly table: string;
  readonly category?: string;
  readonly level: number;
}[] = [
  { table: "fourteen-tasks-9-models", category: "math", level: 0.33 },
  { table: "fourteen-tasks-9-models", category: "mbpp", level: 0.29 },
  { table: "fourteen-tasks-9-models", category: "agentverse-logicgrid", level: 0.2 },
  { table: "fourteen-tasks-9-models", category: "human_eval", level: 0.2 },
  { table: "fourteen-tasks-9-models", category: "commongen", level: 0.14 },
  { table: "fourteen-tasks-9-models", category: "gpqa", level: 0.16 },
  { table: "fourteen-tasks-9-models", category: "openbook_qa", level: 0.1 },
  { table: "fourteen-tasks-9-models", category: "arc_challenge", level: 0.1 },
  { table: "fourteen-tasks-9-models", category: "commonsense_qa", level: 0.05 },
  { table: "fourteen-tasks-9-models", category: "trivia_qa", level: 0.03 },
  { table: "fourteen-tasks-9-models", category: "natural_qa", level: 0.05 },
  { table: "math-6-models", level: 0.3 },
  { table: "self-oss-code-5-models", level: 0.22 },
  { table: "mbpp-6-models", level: 0.25 },
  { table: "humaneval-6-models", level: 0.25 },
  { table: "cruxeval-51-models", level: 0.25 },
];

/** Judged battles: level of the source, weight of a row, and the models from strongest to weakest where they are known. */
export type PreferenceBattles = {
  readonly level: number;
  readonly weight: number;
  /** A battle counts if its stronger model is one of these… */
  readonly frontier: readonly string[];
  /** …and its weaker one is not one of these. */
  readonly peers: readonly string[];
};

export const PREFERENCE_BATTLES: Readonly<Record<string, PreferenceBattles>> = {
  "oasst-7-models": { level: 0.1, weight: 2, frontier: ["gpt-4-0314", "gpt-3.5-turbo"], peers: [] },
  "arena-hard-8-models": { level: 0.22, weight: 2, frontier: ["gpt-4-0314"], peers: ["gpt-4-0613"] },
  "arena-llama-3-70b": { level: 0.1, weight: 3, frontier: ["frontier-opponent"], peers: [] },
};
