import { useEffect, useState } from "react";
import type { BenchmarkId } from "@/lib/domain/benchmark";
import type { QuestionTexts } from "@/lib/schemas/question-texts";
import { fetchQuestionTexts } from "./fetch-question-texts";

type Loaded = { readonly benchmark: BenchmarkId; readonly category: string } & QuestionTexts;

const FAILED =
  "The questions’ text could not be fetched. Their figures stand below; close and open the category to try again.";

/** @returns null while the texts of this category are on their way. */
export function useQuestionTexts(benchmark: BenchmarkId, category: string): QuestionTexts | null {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    fetchQuestionTexts(benchmark, category, stop.signal)
      .catch((): QuestionTexts => ({ texts: {}, advice: FAILED }))
      .then((answer) => {
        if (!stop.signal.aborted) setLoaded({ benchmark, category, ...answer });
      });
    return () => stop.abort();
  }, [benchmark, category]);
  return loaded?.benchmark === benchmark && loaded.category === category ? loaded : null;
}
