import type { BenchmarkId } from "@/lib/domain/benchmark";
import { artifactOf } from "@/lib/explorer/question-table";
import type { QuestionTexts } from "@/lib/schemas/question-texts";

/** The texts of a category's questions, or how to get them; asked for anew each time, since the folder may be filled. */
export async function fetchQuestionTexts(
  benchmark: BenchmarkId,
  category: string,
  signal: AbortSignal,
): Promise<QuestionTexts> {
  const [response, { questionTextsSchema }] = await Promise.all([
    fetch(`/questions/${artifactOf(benchmark)}?category=${encodeURIComponent(category)}`, { signal }),
    // The schema's library is on the page already, in the chunk that came with the benchmark.
    import("@/lib/schemas/question-texts"),
  ]);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return questionTextsSchema.parse(await response.json());
}
