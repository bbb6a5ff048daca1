import { PAPER_PAIR } from "@/lib/domain/model-pair";
import { sizeScore, toEmbedding, WORDING_SHARE } from "@/lib/embeddings/gated-encoder";
import { fullCurve } from "@/lib/evaluation/full-curve";
import { averageGapRecovered } from "@/lib/evaluation/metrics";
import { rankQuestions } from "@/lib/evaluation/rank-questions";
import { mean } from "@/lib/math/moments";
import { rank } from "@/lib/math/rank";
import { rankCorrelation } from "@/lib/math/rank-correlation";
import { createRandom } from "@/lib/math/seeded-random";
import { columnValue } from "@/lib/training/columns/column-value";
import { type Corpus, fitCorpus } from "@/lib/training/columns/fit-corpus";
import { fitDemandColumn } from "@/lib/training/columns/fit-demand-column";
import { fitDifficultyColumn } from "@/lib/training/columns/fit-difficulty-column";
import { fitGainColumn } from "@/lib/training/columns/fit-gain-column";
import { trainingPrompts } from "@/lib/training/columns/fit-gated-encoder";
import { fitPreferenceColumn } from "@/lib/training/columns/fit-preference-column";
import { fitWordProblemColumns } from "@/lib/training/columns/fit-word-problem-columns";
import { collectPreferences } from "@/lib/training/columns/preference-sources";
import { rateModels } from "@/lib/training/sources/rate-models";
import { type RatedRow, rateTable } from "@/lib/training/sources/table-difficulty";
import type { TrainingData } from "@/lib/training/sources/training-data";
import { collectWordProblems } from "@/lib/training/sources/word-problem-sources";
import { readTrainingData } from "./read-training-data";

/** Sources that are one data set in parts: they are left out together. */
const COMPETITION = ["competition stories", "competition exercises", "math task"];
/** Ways to cut the golden rows into folds: one cut's APGR moves by ±.002. */
const CUTS = 6;

/** A recipe's figures on training data that it did not see; none of them looks at a benchmark question. */
export type CrossValidation = {
  /** APGR on the pair's golden rows, out-of-fold; beside it prompt length and difficulty alone. */
  readonly golden: { readonly score: number; readonly difficulty: number; readonly length: number };
  /** Rank correlation with difficulty within each source of word problems, fitted on the other sources. */
  readonly wordProblems: Readonly<Record<string, number>>;
  /** Rank correlation with votes within each source of battles, out-of-fold. */
  readonly votes: Readonly<Record<string, number>>;
};

export async function crossValidate(options: { dataDirectory: string; seed: number }): Promise<CrossValidation> {
  const random = (purpose: number) => createRandom(options.seed * 1000 + purpose);
  const { training: data } = await readTrainingData({
    directory: options.dataDirectory,
    pair: PAPER_PAIR,
    random: random(1),
  });
  const rated = new Map<string, readonly RatedRow[]>(data.tables.map((table) => [table.name, rateTable(table)]));
  const corpus = fitCorpus(trainingPrompts(data));
  return {
    golden: goldenFigures({ data, corpus, rated, random }),
    wordProblems: wordProblemFigures({ corpus, rated, random }),
    votes: voteFigures({ data, corpus, rated, random }),
  };
}

type Given = {
  readonly data: TrainingData;
  readonly corpus: Corpus;
  readonly rated: ReadonlyMap<string, readonly RatedRow[]>;
  readonly random: (purpose: number) => () => number;
};

function goldenFigures({ data, corpus, rated, random }: Given): CrossValidation["golden"] {
  const rows = data.pairRows;
  const prompts = corpus.read(rows.map(({ prompt }) => prompt));
  const column = fitDifficultyColumn({ corpus, rated, reference: prompts });
  const difficulty = Float64Array.from(prompts, (prompt) => columnValue(prompt, column));
  const recovered = (scores: ArrayLike<number>): number => {
    const strong = rows.map((row) => row.strong);
    const weak = rows.map((row) => row.weak);
    return averageGapRecovered(fullCurve(rankQuestions({ winRates: scores, strong, weak }))) ?? Number.NaN;
  };
  const cuts = Array.from({ length: CUTS }, (_, cut) => {
    const { outOfFold } = fitGainColumn({ rows, prompts, difficulty, random: random(10 + cut) });
    return recovered(
      outOfFold.map((gain, index) => {
        const scores = { gate: "multiple choice", gain, difficulty: difficulty[index] ?? 0 } as const;
        return toEmbedding(scores).vector[4] ?? 0;
      }),
    );
  });
  return {
    score: mean(cuts),
    difficulty: recovered(difficulty),
    length: recovered(rows.map(({ prompt }) => prompt.length)),
  };
}

function wordProblemFigures({ corpus, rated, random }: Omit<Given, "data">): CrossValidation["wordProblems"] {
  const sources = collectWordProblems(rated, (values) =>
    rank(values).map((value) => (value / values.length - 0.5) * 2),
  );
  const figures = sources.map(({ name, prompts, targets }) => {
    const related = COMPETITION.includes(name) ? COMPETITION : [name];
    const others = sources.filter((source) => !related.includes(source.name));
    const { size, wording } = fitWordProblemColumns({ corpus, sources: others, random: random(20) });
    const scores = corpus
      .read(prompts)
      .map((prompt) => sizeScore(prompt.prompt, size) + WORDING_SHARE * columnValue(prompt, wording));
    return [name, rankCorrelation(scores, targets)] as const;
  });
  return { ...Object.fromEntries(figures), mean: mean(figures.map(([, figure]) => figure)) };
}

function voteFigures({ data, corpus, rated, random }: Given): CrossValidation["votes"] {
  const ratings = new Map(rateModels(data).map(({ model, rating }) => [model, rating]));
  const sources = collectPreferences({ corpus, rated, battles: data.battles, ratings });
  const { outOfFold } = fitPreferenceColumn({ sources, random: random(30) });
  const written = corpus.read(data.written.map(({ prompt }) => prompt));
  const demand = fitDemandColumn({
    rows: written.map((prompt, index) => ({ prompt, demand: data.written[index]?.demand ?? "medium" })),
    random: random(40),
  });
  const figures = sources.flatMap(({ name, kind, prompts, targets }, at) => {
    if (kind !== "battles") return [];
    const scores = prompts.map((prompt, index) => {
      const preference = outOfFold[at]?.[index] ?? 0;
      const embedded = toEmbedding({ gate: "chat", preference, demand: columnValue(prompt, demand.column) });
      return embedded.vector[7] ?? 0;
    });
    return [[name, rankCorrelation(scores, targets)] as const];
  });
  return { ...Object.fromEntries(figures), mean: mean(figures.map(([, figure]) => figure)) };
}
