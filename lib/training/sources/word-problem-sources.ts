import { splitPrompt } from "@/lib/text/prompt-parts";
import type { RatedRow } from "./table-difficulty";

/** Word problems of one origin, with their difficulty as a rank within it, from −1 (easiest) to 1 (hardest). */
export type WordProblemSource = {
  readonly name: string;
  readonly prompts: readonly string[];
  readonly targets: Float64Array;
};

/** A problem told in words has at least this many; below, it is a bare exercise. */
const STORY_WORDS = 20;
const QUANTITATIVE_WORDS = 12;

/** MMLU-Pro subjects whose questions, options cut off, are word problems when they hold numbers. */
const QUANTITATIVE_SUBJECTS = ["math", "physics", "chemistry", "engineering", "business", "economics"];

/** Collects the word problems in rated tables and ranks them within their source. */
export function collectWordProblems(
  rated: ReadonlyMap<string, readonly RatedRow[]>,
  rankWithin: (difficulties: readonly number[]) => Float64Array,
): WordProblemSource[] {
  const competition = (rated.get("math-6-models") ?? []).filter(({ row }) => !row.prompt.includes("[asy]"));
  const tasks = rated.get("fourteen-tasks-9-models") ?? [];
  const subjects = rated.get("mmlu-pro") ?? [];
  const candidates: readonly (readonly [string, readonly RatedRow[]])[] = [
    ["competition stories", competition.filter(({ row }) => storyWords(row.prompt) >= STORY_WORDS)],
    ["competition exercises", competition.filter(({ row }) => storyWords(row.prompt) < STORY_WORDS)],
    ["math task", tasks.filter(({ row }) => row.category === "math")],
    ["logic grids", tasks.filter(({ row }) => row.category === "agentverse-logicgrid")],
    ...QUANTITATIVE_SUBJECTS.map(
      (subject) =>
        [subject, subjects.filter(({ row }) => row.category === subject && isQuantitative(row.prompt))] as const,
    ),
  ];
  return candidates
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => ({
      name,
      prompts: rows.map(({ row }) => problemText(row.prompt)),
      targets: rankWithin(rows.map(({ difficulty }) => difficulty)),
    }));
}

/** The problem alone: without answer options and the frame some tables put around it. */
export function problemText(prompt: string): string {
  return splitPrompt(prompt)
    .stem.replace(/\s*Answer Choices:[\s\S]*/, "")
    .replace(/^Q: /, "")
    .replace(/\nA: The answer is$/, "")
    .trim();
}

/** Words of two letters or more outside formulas. */
function storyWords(prompt: string): number {
  const prose = prompt.replace(/\$[^$]*\$|\\\w+/g, "");
  return prose.match(/[A-Za-z]{2,}/g)?.length ?? 0;
}

function isQuantitative(prompt: string): boolean {
  const text = problemText(prompt);
  return (text.match(/\d/g)?.length ?? 0) >= 2 && storyWords(text) >= QUANTITATIVE_WORDS;
}
