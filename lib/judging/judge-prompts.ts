import { createHash } from "node:crypto";
import { RoutingError } from "@/lib/domain/routing-error";
import { BudgetReachedError } from "@/lib/gateway/spending-limit";
import { writeLines } from "@/lib/storage/write-lines";
import type { JudgeSetup } from "./judge-calls";
import { type Judgement, judgeOnePrompt, NoVerdictError } from "./judge-one-prompt";
import { CallFailedError, type PaidCalls, StoppedError } from "./paid-calls";

/** Prompts that fail one after another before the run is given up: every one may cost money. */
const FAILURES_IN_A_ROW = 5;

export type JudgingProgress = { readonly judged: number; readonly failed: number };

export type JudgingSummary = {
  readonly prompts: number;
  readonly judged: number;
  readonly strongWins: number;
  readonly weakWins: number;
  readonly ties: number;
  /** Ties because the two orders gave different verdicts. */
  readonly disagreements: number;
  readonly truncatedAnswers: number;
  /** Prompts without a judgement, and the first reason. */
  readonly failed: number;
  readonly failure: string | null;
  readonly ended: "complete" | "budget" | "interrupted" | "failures";
};

/**
 * Has every prompt answered by both models and judged, and writes the battles: those of the prompts that are complete,
 * in the prompts' order, also when the run ends early.
 *
 * @param prompts distinct.
 * @param stop aborted by the user; aborted here too when the run is to end early.
 * @throws RoutingError if a model cannot be used at all, the journal or the file cannot be written.
 */
export async function judgePrompts(options: {
  readonly prompts: readonly string[];
  readonly setup: JudgeSetup;
  readonly calls: PaidCalls;
  readonly concurrency: number;
  readonly outPath: string;
  readonly stop: AbortController;
  readonly report: (progress: JudgingProgress) => void;
}): Promise<JudgingSummary> {
  const { prompts, setup, calls, concurrency, outPath, stop, report } = options;
  const judgements = new Map<string, Judgement>();
  let ended: JudgingSummary["ended"] = "complete";
  let problem: unknown;
  let failed = 0;
  let failure: string | null = null;
  let failuresInARow = 0;
  const end = (how: JudgingSummary["ended"]): void => {
    if (ended === "complete") ended = how;
    // What is left of a budget may still complete prompts that are begun.
    if (how !== "budget") stop.abort();
  };

  const queue = prompts.values();
  const work = async (): Promise<void> => {
    for (const prompt of queue) {
      if (ended !== "complete") return;
      if (stop.signal.aborted) return end("interrupted");
      try {
        judgements.set(prompt, await judgeOnePrompt({ prompt, setup, calls }));
        failuresInARow = 0;
      } catch (error) {
        if (error instanceof StoppedError) return end("interrupted");
        if (error instanceof BudgetReachedError) return end("budget");
        const isOwn = error instanceof CallFailedError && error.failure.verdict !== "hopeless";
        if (!isOwn && !(error instanceof NoVerdictError)) {
          problem ??= error;
          return end("failures");
        }
        failed++;
        failure ??= error.message;
        failuresInARow++;
        if (failuresInARow >= Math.max(FAILURES_IN_A_ROW, concurrency)) return end("failures");
      }
      report({ judged: judgements.size, failed });
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  await writeLines({ path: outPath, lines: battleLines({ prompts, judgements, setup }), parameter: "--out" });
  if (problem !== undefined) throw nameModel(problem, setup);

  const all = [...judgements.values()];
  const count = (test: (judgement: Judgement) => boolean) => all.filter(test).length;
  return {
    prompts: prompts.length,
    judged: all.length,
    strongWins: count(({ winner }) => winner === "model_a"),
    weakWins: count(({ winner }) => winner === "model_b"),
    ties: count(({ winner }) => winner === "tie"),
    disagreements: count(({ verdicts: [strongFirst, weakFirst] }) => strongFirst !== weakFirst),
    truncatedAnswers: all.reduce((sum, { truncated }) => sum + truncated, 0),
    failed,
    failure,
    ended,
  };
}

/** A model that no call can reach is the fault of the argument that named it. */
function nameModel(problem: unknown, setup: JudgeSetup): unknown {
  if (!(problem instanceof CallFailedError)) return problem;
  const role = (["strong", "weak", "judge"] as const).find((name) => setup[name].id === problem.model) ?? "judge";
  return new RoutingError({
    code: "invalid_argument",
    parameter: `--${role}`,
    message: `${problem.message}; it must be a model that the key in the environment may call. What was paid for is kept.`,
  });
}

function* battleLines(options: {
  readonly prompts: readonly string[];
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly setup: JudgeSetup;
}): Generator<string, void> {
  const { prompts, judgements, setup } = options;
  const { strong, weak, judge } = setup;
  const isTold = strong.name !== weak.name;
  for (const prompt of prompts) {
    const judgement = judgements.get(prompt);
    if (judgement === undefined) continue;
    yield JSON.stringify({
      id: `judged-${createHash("sha256").update(prompt).digest("hex").slice(0, 16)}`,
      prompt,
      model_a: isTold ? strong.name : strong.id,
      model_b: isTold ? weak.name : weak.id,
      winner: judgement.winner,
      judge: judge.id,
      verdicts: judgement.verdicts,
    });
  }
}
