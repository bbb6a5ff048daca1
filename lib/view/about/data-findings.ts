import { sum } from "@/lib/math/moments";
import { formatCount, formatPercent } from "@/lib/view/shared/format";

/** A file of the data folder, as far as sentences need it. */
export type CountedFile = {
  readonly kind: "battles" | "golden" | "benchmark";
  readonly rows: number;
  readonly rowsUsed: number;
};

/** What there is and what of it is trained on. */
export function dataFinding(files: readonly CountedFile[]): string {
  const used = (kind: CountedFile["kind"]) =>
    sum(files.filter((file) => file.kind === kind).map(({ rowsUsed }) => rowsUsed));
  const rows = sum(files.map((file) => file.rows));
  const total = sum(files.map(({ rowsUsed }) => rowsUsed));
  return `${formatCount(files.length)} files hold ${formatCount(rows)} rows. Training takes ${formatCount(total)} of them: ${formatCount(used("battles"))} votes between two models, ${formatCount(used("golden"))} questions with the outcomes of many models, and ${formatCount(used("benchmark"))} benchmark questions with known answers of the pair. Everything else is measured on or left out.`;
}

export type LanguageShare = { readonly name: string; readonly share: number };

const NAMED_LANGUAGES = 8;

/** The most frequent languages by name and share of the rows, then all others together. */
export function languageShares(rows: Readonly<Record<string, number>>): readonly LanguageShare[] {
  const names = new Intl.DisplayNames("en", { type: "language" });
  const total = sum(Object.values(rows));
  const ranked = Object.entries(rows)
    .map(([code, count]) => ({ name: names.of(code) ?? code, share: count / total }))
    .sort((left, right) => right.share - left.share || left.name.localeCompare(right.name, "en"));
  const others = ranked.slice(NAMED_LANGUAGES);
  if (others.length === 0) return ranked;
  const rest = { name: `${others.length} others`, share: sum(others.map(({ share }) => share)) };
  return [...ranked.slice(0, NAMED_LANGUAGES), rest];
}

/** What was kept out of training because a benchmark holds it. */
export function contaminationFinding(found: {
  readonly flagged: number;
  readonly textMatches: number;
  readonly nearDuplicates: number;
}): string {
  const beyond = found.textMatches + found.nearDuplicates;
  const flagged = `${formatCount(found.flagged)} rows are benchmark questions by their own source’s word and are left out of training.`;
  if (beyond === 0) return `${flagged} A check of every other prompt against every benchmark question found no more.`;
  return `${flagged} A check of every other prompt against every benchmark question found ${formatCount(beyond)} more: ${formatCount(found.textMatches)} with the same text and ${formatCount(found.nearDuplicates)} nearly so (cosine of word counts at least 0.95).`;
}

/** What the sampled benchmark rows add, on their own benchmark and on the others. */
export function similarityFinding(
  benchmarks: readonly {
    readonly benchmark: string;
    readonly withTables: number;
    readonly withBenchmarkRows: number;
  }[],
): string {
  const lifts = benchmarks.map(({ benchmark, withTables, withBenchmarkRows }) => ({
    benchmark,
    lift: withBenchmarkRows - withTables,
  }));
  const own = lifts.find(({ benchmark }) => benchmark === "mmlu");
  const others = lifts.filter(({ benchmark }) => benchmark !== "mmlu").map(({ lift }) => lift);
  if (own === undefined || others.length === 0) return "";
  return `Here the sampled MMLU questions lift the similarity of MMLU by ${own.lift.toFixed(3)}, and that of no other benchmark by more than ${Math.max(...others).toFixed(3)}.`;
}

/** How recorded outcomes of the broken subject compare, and why it is left out. */
export function brokenSubjectFinding(subject: {
  readonly questions: number;
  readonly strong: number;
  readonly weak: number;
}): string {
  return `In high-school mathematics the published outcomes credit the strong model with ${formatPercent(subject.strong)} of ${formatCount(subject.questions)} questions and the weak one with ${formatPercent(subject.weak)}.`;
}
