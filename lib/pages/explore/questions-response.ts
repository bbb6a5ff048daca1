import { findQuestionTexts } from "@/lib/datasets/find-question-texts";
import { type PairQuestion, readPairTable } from "@/lib/datasets/read-pair-table";
import { RoutingError } from "@/lib/domain/routing-error";
import { failedResponse } from "@/lib/http/failed-response";
import { readEnv } from "@/lib/runtime/env";
import { GET_BENCHMARK } from "@/lib/runtime/served-artifacts";
import type { QuestionTexts } from "@/lib/schemas/web/question-texts";

const NAMES = ["mmlu", "gsm8k", "mt-bench", "mmlu-pro", "math"] as const;

type Name = (typeof NAMES)[number];

const ADVICE =
  "The questions’ text is not shipped with this app. To read it here, run “npm run routellm -- data fetch benchmarks” on the server, or let ROUTELLM_DATA name a data folder that has it.";

const PAIR_ADVICE =
  "The questions’ text is not shipped with this app. To read it here, let ROUTELLM_DATA name a data folder that has this table in golden/.";

/** Tables read so far, by data folder. */
const tables = new Map<string, readonly PairQuestion[]>();

/** Texts found so far, by data folder and benchmark; a folder that had none is looked at again, it may be filled. */
const found = new Map<string, ReadonlyMap<string, string>>();

async function textsOf(name: "mmlu" | "gsm8k" | "mt-bench"): Promise<ReadonlyMap<string, string>> {
  const directory = readEnv().dataDirectory;
  const key = `${name} ${directory}`;
  const texts = found.get(key) ?? (await findQuestionTexts(directory, name));
  if (texts.size > 0) found.set(key, texts);
  return texts;
}

/** Whose texts are wanted: those of a whole category, or of single questions. */
type QuestionQuery = { readonly category: string } | { readonly ids: readonly string[] };

/** Tables of other models' outcomes: their text stands in the data folder alone, and no artifact lists their questions. */
async function readPairTexts(table: "mmlu-pro" | "math", query: QuestionQuery): Promise<QuestionTexts | undefined> {
  const directory = readEnv().dataDirectory;
  const key = `${table} ${directory}`;
  const rows = tables.get(key) ?? (await findPairQuestions(directory, table));
  if (rows.length > 0) tables.set(key, rows);
  if (rows.length === 0) return { texts: {}, advice: PAIR_ADVICE };
  const single = "ids" in query ? new Set(query.ids) : null;
  const wanted = rows.filter(({ id, category }) =>
    "category" in query ? category === query.category : single?.has(id) === true,
  );
  if ("category" in query && wanted.length === 0) return undefined;
  return { texts: Object.fromEntries(wanted.map(({ id, prompt }) => [id, prompt])), advice: null };
}

/** None where there is no data folder, or none that has the table. */
async function findPairQuestions(directory: string, table: "mmlu-pro" | "math"): Promise<readonly PairQuestion[]> {
  try {
    return (await readPairTable(directory, table)).questions;
  } catch (error) {
    if (error instanceof RoutingError && error.code === "not_found") return [];
    throw error;
  }
}

async function readTexts(name: Name, query: QuestionQuery): Promise<QuestionTexts | undefined> {
  if (name === "mmlu-pro" || name === "math") return readPairTexts(name, query);
  const { categories, category, ids } = await GET_BENCHMARK[name]();
  const index = "category" in query ? categories.indexOf(query.category) : -1;
  if ("category" in query && index === -1) return undefined;
  // Only ids of the artifact are looked up: the folder's contaminated rows are no business of the page.
  const single = "ids" in query ? new Set(query.ids) : new Set<string>();
  const wanted = ids.filter((id, row) => ("ids" in query ? single.has(id) : category[row] === index));
  const all = await textsOf(name);
  const texts = wanted.flatMap((id) => {
    const text = all.get(id);
    return text === undefined ? [] : [[id, text] as const];
  });
  return { texts: Object.fromEntries(texts), advice: texts.length === 0 && wanted.length > 0 ? ADVICE : null };
}

/** What a request's address asks for: `?id=…&id=…`, or else `?category=…`. */
export function questionQuery(search: URLSearchParams): QuestionQuery {
  const ids = search.getAll("id");
  return ids.length > 0 ? { ids } : { category: search.get("category") ?? "" };
}

/**
 * The texts of one category's questions, or of single ones (unknown ids have none), read from the data folder at run time: no artifact holds any.
 * @returns 200 with the texts, or with advice where the folder has none (or there is no folder); 404 for an unknown
 * benchmark or category; 422 or 503 where the folder's files or the artifacts cannot be used.
 */
export async function questionsResponse(name: string, query: QuestionQuery): Promise<Response> {
  const known = NAMES.find((benchmark) => benchmark === name);
  if (known === undefined) {
    return failedResponse("not_found", `There is no such benchmark; the benchmarks are ${NAMES.join(", ")}.`);
  }
  try {
    const answer = await readTexts(known, query);
    if (answer === undefined) return failedResponse("not_found", `${known} has no such category.`);
    return Response.json(answer, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    if (!(error instanceof RoutingError)) throw error;
    // The cause names folders of the server: for its log, not for whoever asks.
    process.stderr.write(`${error.message}\n`);
    return failedResponse(error.code, "The questions’ text cannot be read; the server’s log says why.");
  }
}
