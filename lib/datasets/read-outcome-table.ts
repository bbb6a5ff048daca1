import { type OnBadRow, refuseBadRows } from "@/lib/datasets/prompts/bad-rows";
import { parseCsv } from "@/lib/datasets/prompts/parse-csv";
import { readText } from "@/lib/datasets/prompts/read-text";
import { RoutingError } from "@/lib/domain/routing-error";
import { createOutcomeLineSchema } from "@/lib/schemas/files/outcome-line";
import { readJsonLines } from "./read-json-lines";

/** One question of a user's table and how well each model did, under the names the table itself gives them. */
export type OutcomeRow = {
  readonly id: string;
  readonly prompt: string;
  /** Empty where the table has none. */
  readonly category: string;
  /** By model, a share of correct answers in [0, 1]; models that were not asked are absent. */
  readonly scores: ReadonlyMap<string, number>;
  /** The benchmarks that hold this question, as the table flags it. */
  readonly benchmarks: readonly string[];
};

/** Columns of a CSV table that are no models. */
const OTHER_COLUMNS = ["id", "prompt", "category"];

/**
 * A table of per-question outcomes: `.jsonl` in the schema of golden tables, or `.csv` with the columns id, prompt,
 * category (which may be left out) and one column a model with a share in [0, 1] or nothing where a model was not asked.
 * Either may be gzipped (`.gz`).
 *
 * @param onBadRow hears of each row that is malformed or repeats an id, and by default throws.
 * @returns at least one row, in the file's order; ids differ.
 * @throws RoutingError that names the file, the line and the field at fault.
 */
export async function readOutcomeTable(path: string, onBadRow: OnBadRow = refuseBadRows): Promise<OutcomeRow[]> {
  const rows = await readRows(path, onBadRow);
  if (rows.length === 0) throw invalid(path, "holds no row; at least one question is needed.");
  return rows.map(({ id, prompt, category, scores, in_benchmark }) => ({
    id,
    prompt,
    category,
    scores: new Map(Object.entries(scores).flatMap(([model, score]) => (score === null ? [] : [[model, score]]))),
    benchmarks: in_benchmark ?? [],
  }));
}

async function readRows(path: string, onBadRow: OnBadRow) {
  const schema = createOutcomeLineSchema();
  const name = path.toLowerCase().replace(/\.gz$/, "");
  if (name.endsWith(".jsonl")) return readJsonLines(path, schema, onBadRow);
  if (!name.endsWith(".csv"))
    throw invalid(path, "is of no known kind; it must end in .csv or .jsonl (or either .gz).");
  return parseCsv(path, await readText(path), onBadRow).flatMap(({ record, line }) => {
    const missing = ["id", "prompt"].find((column) => !(column in record));
    if (missing !== undefined) {
      throw invalid(path, `has no column "${missing}"; the columns are id, prompt, category and one for each model.`);
    }
    const parsed = schema.safeParse(fromCells(record));
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    onBadRow(invalid(path, `line ${line}: ${issue?.path.join(".")}: ${issue?.message}.`));
    return [];
  });
}

function fromCells(record: Readonly<Record<string, string>>) {
  const models = Object.entries(record).filter(([column]) => !OTHER_COLUMNS.includes(column));
  const { id, prompt, category } = record;
  return { id, prompt, category, scores: Object.fromEntries(models.map(([model, cell]) => [model, toScore(cell)])) };
}

/** A number; null for an empty cell; anything else stays the text it is, for the schema to refuse. */
function toScore(cell: string): number | string | null {
  const text = cell.trim();
  if (text === "") return null;
  const score = Number(text);
  return Number.isNaN(score) ? text : score;
}

const invalid = (path: string, problem: string): RoutingError =>
  new RoutingError({ code: "invalid_data", parameter: path, message: `${path} ${problem}` });
