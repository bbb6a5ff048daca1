import type { Battle } from "@/lib/domain/battle";
import type { Embedding } from "@/lib/embeddings/embedder";
import { toEmbedding } from "@/lib/embeddings/gated-encoder";
import type { GatedEncoderWeights } from "@/lib/embeddings/gated-encoder-weights";
import { rank } from "@/lib/math/rank";
import { type RatedRow, rateTable } from "@/lib/training/sources/table-difficulty";
import type { TrainingData } from "@/lib/training/sources/training-data";
import { collectWordProblems } from "@/lib/training/sources/word-problem-sources";
import type { Demand } from "@/lib/training/written-prompts/written-prompts";
import { columnValue } from "./column-value";
import { fitCorpus } from "./fit-corpus";
import { fitDemandColumn } from "./fit-demand-column";
import { fitDifficultyColumn } from "./fit-difficulty-column";
import { fitGainColumn } from "./fit-gain-column";
import { fitPreferenceColumn } from "./fit-preference-column";
import { fitWordProblemColumns } from "./fit-word-problem-columns";
import { collectPreferences, type PreferenceSource } from "./preference-sources";
import type { TrainingStep } from "./training-steps";

/** A training prompt as the routers will meet it: embedded by columns that did not see it. */
export type EmbeddedPrompt = {
  readonly prompt: string;
  readonly embedding: Embedding;
};

export type GatedEncoderFit = {
  readonly weights: GatedEncoderWeights;
  /** In the order of `data.pairRows`. */
  readonly pairRows: readonly EmbeddedPrompt[];
  /** Word problems with their difficulty rank within the source, −1 to 1. */
  readonly wordProblems: readonly (EmbeddedPrompt & { readonly target: number })[];
  /** Code and chat by source, with the gain expected on each prompt (level plus own), −1 to 1. */
  readonly preferences: readonly {
    readonly source: PreferenceSource;
    readonly prompts: readonly (EmbeddedPrompt & { readonly gain: number; readonly fold: number })[];
  }[];
  /** In the order of `data.written`. */
  readonly written: readonly (EmbeddedPrompt & { readonly demand: Demand })[];
};

/** Fits every learned column of the encoder. `report` hears of each step as it begins. */
export function fitGatedEncoder(options: {
  data: TrainingData;
  ratings: ReadonlyMap<string, number>;
  random: () => number;
  report: (step: TrainingStep) => void;
}): GatedEncoderFit {
  const { data, ratings, random, report } = options;
  report("difficulty of every question");
  const rated = new Map<string, readonly RatedRow[]>(data.tables.map((table) => [table.name, rateTable(table)]));
  report("reading prompts");
  const corpus = fitCorpus(trainingPrompts(data));
  const pairPrompts = corpus.read(data.pairRows.map(({ prompt }) => prompt));
  report("difficulty column");
  const difficulty = fitDifficultyColumn({ corpus, rated, reference: pairPrompts });
  const difficulties = Float64Array.from(pairPrompts, (prompt) => columnValue(prompt, difficulty));
  report("gain column");
  const gain = fitGainColumn({ rows: data.pairRows, prompts: pairPrompts, difficulty: difficulties, random });
  report("word-problem columns");
  const problems = collectWordProblems(rated, (values) =>
    rank(values).map((value) => (value / values.length - 0.5) * 2),
  );
  const wordProblems = fitWordProblemColumns({ corpus, sources: problems, random });
  report("preference column");
  const sources = collectPreferences({ corpus, rated, battles: data.battles, ratings });
  const preference = fitPreferenceColumn({ sources, random });
  report("demand column");
  const writtenPrompts = corpus.read(data.written.map(({ prompt }) => prompt));
  const demand = fitDemandColumn({
    rows: data.written.flatMap(({ demand: label }, index) => {
      const prompt = writtenPrompts[index];
      return prompt === undefined ? [] : { prompt, demand: label };
    }),
    random,
  });

  return {
    weights: {
      idf: corpus.idf,
      handMeans: corpus.handMeans,
      handDeviations: corpus.handDeviations,
      difficulty,
      gain: gain.column,
      size: wordProblems.size,
      wording: wordProblems.wording,
      preference: preference.column,
      demand: demand.column,
    },
    pairRows: pairPrompts.map(({ prompt }, index) => ({
      prompt,
      embedding: toEmbedding({
        gate: "multiple choice",
        gain: gain.outOfFold[index] ?? 0,
        difficulty: difficulties[index] ?? 0,
      }),
    })),
    wordProblems: problems
      .flatMap(({ prompts }) => prompts)
      .map((prompt, index) => ({
        prompt,
        target: wordProblems.targets[index] ?? 0,
        embedding: toEmbedding({ gate: "word problem", score: wordProblems.outOfFold[index] ?? 0 }),
      })),
    preferences: sources.map((source, at) => ({
      source,
      prompts: source.prompts.map((prompt, index) => ({
        prompt: prompt.prompt,
        gain: source.level + (source.targets[index] ?? 0),
        fold: preference.folds[at]?.[index] ?? 0,
        embedding: toEmbedding({
          gate: "chat",
          preference: preference.outOfFold[at]?.[index] ?? 0,
          demand: columnValue(prompt, demand.column),
        }),
      })),
    })),
    written: writtenPrompts.map((prompt, index) => ({
      prompt: prompt.prompt,
      demand: data.written[index]?.demand ?? "medium",
      embedding: toEmbedding({
        gate: "chat",
        preference: columnValue(prompt, preference.column),
        demand: demand.outOfFold[index] ?? 0,
      }),
    })),
  };
}

/** Distinct prompts of all tables and battles: the texts that decide what is common and what is rare. */
export function trainingPrompts(data: TrainingData): string[] {
  const tables = data.tables.flatMap(({ rows }) => rows.map(({ prompt }) => prompt));
  const battles = [...data.battles.values()].flatMap((list: readonly Battle[]) => list.map(({ prompt }) => prompt));
  return [...new Set([...tables, ...battles, ...data.written.map(({ prompt }) => prompt)])];
}
