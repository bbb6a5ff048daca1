import type { ViewId } from "@/lib/domain/benchmark";
import type { QuestionTexts } from "@/lib/schemas/web/question-texts";

/** What to ask the server for: the texts of a category's questions. */
export const textsOfCategory = (category: string): string => new URLSearchParams({ category }).toString();

/** The texts of single questions. */
export const textsOfQuestions = (ids: readonly string[]): string =>
  new URLSearchParams(ids.map((id) => ["id", id])).toString();

/** The texts asked for, or how to get them; asked for anew each time, since the folder may be filled. */
export async function fetchQuestionTexts(
  benchmark: ViewId,
  search: string,
  signal: AbortSignal,
): Promise<QuestionTexts> {
  const [response, { questionTextsSchema }] = await Promise.all([
    fetch(`/questions/${benchmark === "mmlu-audited" ? "mmlu" : benchmark}?${search}`, { signal }),
    // The schema's library is on the page already, in the chunk that came with the benchmark.
    import("@/lib/schemas/web/question-texts"),
  ]);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return questionTextsSchema.parse(await response.json());
}
