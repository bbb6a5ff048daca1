import { mean } from "@/lib/math/moments";
import { findNearest, type Nearest } from "@/lib/math/nearest-cosine";
import type { SparseRow } from "@/lib/math/sparse-row";
import { createNgramCounter, inverseDocumentFrequencies, weighRow } from "@/lib/text/hashed-features";

/** Prompts of one origin. */
export type PromptSource = { readonly name: string; readonly prompts: readonly string[] };

/** How well training data covers a benchmark. */
export type Coverage = {
  readonly name: string;
  /** (stages) the similarity to a stage's sources and those of all stages before it. */
  readonly similarities: readonly number[];
  /** Shares of the benchmark's prompts whose nearest training prompt is of a source, largest first. */
  readonly nearest: readonly { readonly source: string; readonly share: number }[];
};

/**
 * Benchmark–dataset similarity as the paper defines it (Appendix C): over the benchmark's prompts, the mean of the
 * largest cosine with any training prompt. The vectors are ours, the hashed tf-idf of word 1–2-grams and character
 * 3–5-grams that the routers read, where the paper has text embeddings.
 * @param options.stages sources by stage; a prompt that an earlier one holds is not taken again.
 * @param options.report hears the share of the work that is done.
 */
export function measureCoverage(options: {
  stages: readonly (readonly PromptSource[])[];
  benchmarks: readonly PromptSource[];
  report: (share: number) => void;
}): Coverage[] {
  const countNgrams = createNgramCounter();
  const stages = distinctPrompts(options.stages).map((entries) =>
    entries.map(({ source, prompt }) => ({ source, row: countNgrams(prompt) })),
  );
  const total = stages.reduce((sum, { length }) => sum + length, 0);
  const idf = inverseDocumentFrequencies(stages.flatMap((entries) => entries.map(({ row }) => row)));
  const unitRow = (row: SparseRow) => scaleToUnit(weighRow(row, idf));
  const queries = options.benchmarks.flatMap(({ prompts }) => prompts.map((prompt) => unitRow(countNgrams(prompt))));
  let done = 0;
  const found = stages.map((entries) => {
    const known = entries.map(({ row }) => unitRow(row));
    const report = (share: number) => options.report((done + share * known.length) / total);
    const nearest = findNearest({ known, queries, report });
    done += known.length;
    // A copy's cosine may come out a rounding above 1.
    return nearest.map(({ index, cosine }) => ({
      cosine: Math.min(cosine, 1),
      source: entries[index]?.source ?? "none",
    }));
  });
  const best = nearestSoFar(found);
  let start = 0;
  return options.benchmarks.map(({ name, prompts }) => {
    const own = best.map((stage) => stage.slice(start, start + prompts.length));
    start += prompts.length;
    return {
      name,
      similarities: own.map((stage) => mean(stage.map(({ cosine }) => cosine))),
      nearest: sourceShares(own.at(-1) ?? []),
    };
  });
}

type Found = { readonly cosine: Nearest["cosine"]; readonly source: string };

/** After each stage, the nearest of it and all before it. */
function nearestSoFar(found: readonly (readonly Found[])[]): (readonly Found[])[] {
  const best: (readonly Found[])[] = [];
  for (const stage of found) {
    const before = best.at(-1);
    best.push(
      before === undefined
        ? stage
        : stage.map((own, index) => {
            const earlier = before[index];
            return earlier !== undefined && earlier.cosine >= own.cosine ? earlier : own;
          }),
    );
  }
  return best;
}

function sourceShares(found: readonly Found[]): Coverage["nearest"] {
  const counts = new Map<string, number>();
  for (const { source } of found) counts.set(source, (counts.get(source) ?? 0) + 1);
  return [...counts]
    .map(([source, count]) => ({ source, share: count / found.length }))
    .sort((left, right) => right.share - left.share || (left.source < right.source ? -1 : 1));
}

/** Each prompt once, at its first source. */
function distinctPrompts(stages: readonly (readonly PromptSource[])[]) {
  const seen = new Set<string>();
  return stages.map((sources) =>
    sources.flatMap(({ name, prompts }) =>
      prompts.flatMap((prompt) => {
        if (seen.has(prompt)) return [];
        seen.add(prompt);
        return { source: name, prompt };
      }),
    ),
  );
}

/** Scales a row to length 1 in place: two blocks of length 1 have √2 together, a prompt without words has less. */
function scaleToUnit(row: SparseRow): SparseRow {
  let squares = 0;
  for (const value of row.values) squares += value * value;
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  row.values.forEach((value, index) => {
    row.values[index] = value * scale;
  });
  return row;
}
