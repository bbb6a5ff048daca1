import { BENCHMARK_INFO } from "@/lib/domain/benchmark";
import type { DataReport, FileReport, SimilarityReport } from "@/lib/schemas/artifacts/data-report-artifact";
import { PUBLISHED_SIMILARITY } from "@/lib/view/shared/published-similarity";
import { formatTable } from "./format-table";

const NONE = "–";

const count = (value: number): string => value.toLocaleString("en");
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const decimals = (similarity: number): string => similarity.toFixed(4);

/** A data report for people: the files, what was found in them, and the benchmarks' similarity to what is left. */
export function describeDataReport({ files, contamination, similarity }: DataReport): string[] {
  const { flagged, textMatches, nearDuplicates } = contamination;
  return [
    ...formatTable([
      ["file", "rows", "prompts", "models", "A wins", "B wins", "ties", "flagged", "copies", "used", "licence"],
      ...files.map(fileRow),
    ]),
    "",
    "A and B: of battles, the models as named; of golden tables, every pair of models, A the better one overall;",
    "of benchmarks, the strong and the weak model. flagged: benchmark questions by the file's own mark (of benchmarks:",
    "contaminated). copies: rows found beyond these. used: rows that training takes.",
    ...languageLines(files),
    `Left out of training: ${count(flagged)} rows flagged as benchmark questions, ${count(textMatches)} prompts with the same text, ${count(nearDuplicates)} with cosine ≥ 0.95.`,
    "",
    ...formatTable([
      ["benchmark", "questions", "battles", "+ tables", "+ MMLU rows", "paper: Arena", "augmented"],
      ...similarity.benchmarks.map(similarityRow),
    ]),
    "",
    "Benchmark–dataset similarity as in the paper (Appendix C): the mean over a benchmark's questions of the largest cosine",
    `with any training prompt. Ours is on ${similarity.representation}; the paper's is on`,
    "OpenAI embeddings, whose cosines lie higher: compare the order and the steps, never the level.",
    ...similarity.benchmarks.map(nearestLine),
  ];
}

function fileRow(file: FileReport): string[] {
  const { a, b, tie } = file.labels;
  const labelled = a + b + tie;
  const share = (part: number): string => (labelled === 0 ? NONE : percent(part / labelled));
  return [
    file.path,
    count(file.rows),
    count(file.prompts),
    String(file.models.length),
    share(a),
    share(b),
    share(tie),
    count(file.flagged),
    file.copies === null ? NONE : count(file.copies),
    count(file.rowsUsed),
    file.licence,
  ];
}

function languageLines(files: readonly FileReport[]): string[] {
  return files.flatMap(({ path, languages }) => {
    const entries = Object.entries(languages).sort(([, left], [, right]) => right - left);
    if (entries.length === 0) return [];
    return `Languages of ${path}: ${entries.map(([language, rows]) => `${language} ${count(rows)}`).join(", ")}.`;
  });
}

function similarityRow({ benchmark, questions, ...ours }: SimilarityReport): string[] {
  const published = PUBLISHED_SIMILARITY[benchmark];
  return [
    BENCHMARK_INFO[benchmark].label,
    count(questions),
    ...[ours.battles, ours.withTables, ours.withBenchmarkRows].map(decimals),
    decimals(published.arena),
    `${decimals(published.augmented)} (${published.augmentation})`,
  ];
}

/** Sources that hold the nearest prompt of at least this share of a benchmark. */
const MINIMUM_SHARE = 0.05;

function nearestLine({ benchmark, nearest }: SimilarityReport): string {
  const named = nearest.filter(({ share }) => share >= MINIMUM_SHARE);
  const list = named.map(({ source, share }) => `${source} ${percent(share)}`).join(", ");
  return `Nearest to ${BENCHMARK_INFO[benchmark].label}: ${list || NONE}.`;
}
