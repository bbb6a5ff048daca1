import { useEffect, useState } from "react";
import type { ViewId } from "@/lib/domain/benchmark";
import type { QuestionTexts } from "@/lib/schemas/web/question-texts";
import { fetchQuestionTexts } from "./fetch-question-texts";

type Loaded = { readonly benchmark: ViewId; readonly search: string } & QuestionTexts;

const FAILED =
  "The questions’ text could not be fetched. Their figures stand here all the same; close and open them to try again.";

/**
 * @param search see `textsOfCategory` and `textsOfQuestions`; null asks for nothing.
 * @returns null while the texts are on their way.
 */
export function useQuestionTexts(benchmark: ViewId, search: string | null): QuestionTexts | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    if (search === null) return;
    const stop = new AbortController();
    fetchQuestionTexts(benchmark, search, stop.signal)
      .catch((): QuestionTexts => ({ texts: {}, advice: FAILED }))
      .then((answer) => {
        if (!stop.signal.aborted) setLoaded({ benchmark, search, ...answer });
      });
    return () => stop.abort();
  }, [benchmark, search]);
  return loaded?.benchmark === benchmark && loaded.search === search ? loaded : null;
}
