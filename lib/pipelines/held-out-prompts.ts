import type { GatedEncoderFit } from "@/lib/training/columns/fit-gated-encoder";
import { assignFolds } from "@/lib/training/solvers/folds";
import type { RealOutcome } from "@/lib/training/sources/real-outcomes";
import type { HeldOutPrompt } from "./score-held-out";

const FOLDS = 5;

/** The prompts that routers are judged on before they are shipped: the pair's own rows, and all that people typed. */
export function heldOutPrompts(options: { encoderFit: GatedEncoderFit; random: () => number }): HeldOutPrompt[] {
  const { pairRows, preferences } = options.encoderFit;
  const folds = assignFolds({ texts: pairRows.map(({ prompt }) => prompt), folds: FOLDS, random: options.random });
  const typed = preferences.filter(({ source }) => source.kind === "battles").flatMap(({ prompts }) => prompts);
  return [...typed, ...pairRows.map((row, index) => ({ ...row, fold: folds[index] ?? 0 }))];
}

/** (outcomes) the fold of each outcome's prompt. */
export function foldsOf(outcomes: readonly RealOutcome[], prompts: readonly HeldOutPrompt[]): Uint8Array {
  const folds = new Map([...prompts].reverse().map(({ prompt, fold }) => [prompt, fold]));
  return Uint8Array.from(outcomes, ({ prompt }) => folds.get(prompt) ?? 0);
}
