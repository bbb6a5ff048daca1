import { judgeVerdictSchema } from "@/lib/schemas/files/judge-verdict";

/** Who won; the strong model is A in the battles that come of it. */
export type Verdict = "model_a" | "model_b" | "tie";

/**
 * Reads a judge's answer: a JSON object, also with a fence or some words around it, as models without structured output
 * put it.
 * @returns undefined if there is no verdict in it.
 */
export function parseVerdict(text: string): "first" | "second" | "tie" | undefined {
  const object = text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1);
  try {
    return judgeVerdictSchema.safeParse(JSON.parse(object)).data?.winner;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * One verdict from two, given with the answers in either order: judges lean to a place, so only a preference that
 * survives the change of places counts; otherwise it is a tie.
 * @param strongFirst the verdict with the strong model's answer first; `weakFirst` with the weak one's.
 */
export function combineVerdicts(options: {
  strongFirst: "first" | "second" | "tie";
  weakFirst: "first" | "second" | "tie";
}): { readonly winner: Verdict; readonly verdicts: readonly [Verdict, Verdict] } {
  const verdicts = [
    ({ first: "model_a", second: "model_b", tie: "tie" } as const)[options.strongFirst],
    ({ first: "model_b", second: "model_a", tie: "tie" } as const)[options.weakFirst],
  ] as const;
  return { winner: verdicts[0] === verdicts[1] ? verdicts[0] : "tie", verdicts };
}
