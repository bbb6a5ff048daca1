import "server-only";
import { findQuestionTexts } from "@/lib/datasets/find-question-texts";
import { RoutingError } from "@/lib/domain/routing-error";
import type { QuestionTexts } from "@/lib/schemas/question-texts";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";
import { readEnv } from "./env";
import { failedResponse } from "./failed-response";

const NAMES = ["mmlu", "gsm8k", "mt-bench"] as const;

type Name = (typeof NAMES)[number];

const ADVICE =
  "The questions’ text is not shipped with this app. To read it here, run “npm run routellm -- data fetch benchmarks” on the server, or let ROUTELLM_DATA name a data folder that has it.";

/** Texts found so far, by data folder and benchmark; a folder that had none is looked at again, it may be filled. */
const found = new Map<string, ReadonlyMap<string, string>>();

async function textsOf(name: Name): Promise<ReadonlyMap<string, string>> {
  const directory = readEnv().dataDirectory;
  const key = `${name} ${directory}`;
  const texts = found.get(key) ?? (await findQuestionTexts(directory, name));
  if (texts.size > 0) found.set(key, texts);
  return texts;
}

/** Whose texts are wanted: those of a whole category, or of single questions. */
type QuestionQuery = { readonly category: string } | { readonly ids: readonly string[] };

async function readTexts(name: Name, query: QuestionQuery): Promise<QuestionTexts | undefined> {
  const { categories, category, ids } = await readBenchmarkArtifact(readEnv().artifactsDirectory, name);
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
