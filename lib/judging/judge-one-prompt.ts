import { answerCall, type JudgeSetup, verdictCall } from "./judge-calls";
import type { PaidCalls } from "./paid-calls";
import { combineVerdicts, parseVerdict, type Verdict } from "./read-verdict";

/** How often a judge is asked in one run for a verdict of the right shape. */
const MAXIMUM_ROUNDS = 3;

export type Judgement = {
  readonly winner: Verdict;
  /** With the strong model's answer first, and with the weak one's; none if the answers are the same. */
  readonly verdicts: readonly Verdict[];
  /** Answers cut off at the limit. */
  readonly truncated: number;
};

/** The judge answered again and again without a verdict in it. */
export class NoVerdictError extends Error {
  constructor(model: string) {
    super(`${model}: ${MAXIMUM_ROUNDS} answers without a verdict in the JSON that the instructions ask for`);
    this.name = "NoVerdictError";
  }
}

/** Both answers, then the judge on both orders of them; two answers that are the same need no judge: a tie. */
export async function judgeOnePrompt(options: {
  readonly prompt: string;
  readonly setup: JudgeSetup;
  readonly calls: Pick<PaidCalls, "ask">;
}): Promise<Judgement> {
  const { prompt, setup, calls } = options;
  const strong = await calls.ask(answerCall(setup, "strong", prompt));
  const weak = await calls.ask(answerCall(setup, "weak", prompt));
  const truncated = [strong, weak].filter((answer) => answer.truncated).length;
  if (strong.text === weak.text) return { winner: "tie", verdicts: [], truncated };

  const askJudge = async (first: string, second: string) => {
    let freshRounds = 0;
    for (let round = 1; freshRounds < MAXIMUM_ROUNDS; round++) {
      const reply = await calls.ask(verdictCall(setup, { prompt, first, second, round }));
      const verdict = parseVerdict(reply.text);
      if (verdict !== undefined) return verdict;
      if (reply.isFresh) freshRounds++;
    }
    throw new NoVerdictError(setup.judge.id);
  };
  const strongFirst = await askJudge(strong.text, weak.text);
  const weakFirst = await askJudge(weak.text, strong.text);
  return { ...combineVerdicts({ strongFirst, weakFirst }), truncated };
}
