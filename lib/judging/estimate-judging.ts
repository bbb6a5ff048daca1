import { callCost } from "@/lib/gateway/model-prices";
import { maximumInputTokens } from "@/lib/gateway/token-estimate";
import { estimateTokens } from "@/lib/text/estimate-tokens";
import { answerCall, type JudgeSetup, verdictCall } from "./judge-calls";
import type { PaidCalls } from "./paid-calls";
import { parseVerdict } from "./read-verdict";

/** The paper's mean answer, for want of a better guess. */
const ANSWER_TOKENS = 264;
/** Three sentences and the JSON around them. */
const VERDICT_TOKENS = 120;

export type JudgingEstimate = {
  /** Calls that are still to be made if none must be repeated. */
  readonly calls: number;
  /** Dollars for them, at the mean lengths. */
  readonly expected: number;
  /** Dollars for them if every token is its own byte and every answer as long as allowed. */
  readonly most: number;
};

/** What the calls that the journal does not hold will cost. */
export function estimateJudging(options: {
  readonly prompts: readonly string[];
  readonly setup: JudgeSetup;
  readonly calls: Pick<PaidCalls, "find">;
}): JudgingEstimate {
  const { prompts, setup, calls } = options;
  const { judge, instructions, maxAnswerTokens, maxVerdictTokens } = setup;
  let [count, expected, most] = [0, 0, 0];
  const answerTokens = Math.min(ANSWER_TOKENS, maxAnswerTokens);
  const verdictTokens = Math.min(VERDICT_TOKENS, maxVerdictTokens);
  for (const prompt of prompts) {
    const [strong, weak] = (["strong", "weak"] as const).map((role) => {
      const call = answerCall(setup, role, prompt);
      const known = calls.find(call)?.text;
      if (known !== undefined) return known;
      count++;
      expected += callCost(call.price, { input: estimateTokens(prompt), output: answerTokens });
      most += callCost(call.price, { input: maximumInputTokens(prompt), output: maxAnswerTokens });
      return undefined;
    });
    if (strong !== undefined && strong === weak) continue;
    const expectedAnswers = [strong, weak].map((text) => (text === undefined ? answerTokens : estimateTokens(text)));
    const longestAnswers = [strong, weak].map((text) =>
      text === undefined ? maxAnswerTokens : Buffer.byteLength(text),
    );
    for (const [first, second] of [
      [strong, weak],
      [weak, strong],
    ]) {
      if (first !== undefined && second !== undefined) {
        const reply = calls.find(verdictCall(setup, { prompt, first, second, round: 1 }));
        if (reply !== undefined && parseVerdict(reply.text) !== undefined) continue;
      }
      count++;
      expected += callCost(judge.price, {
        input: estimateTokens(instructions) + estimateTokens(prompt) + sum(expectedAnswers),
        output: verdictTokens,
      });
      most += callCost(judge.price, {
        input: maximumInputTokens(instructions, prompt) + sum(longestAnswers),
        output: maxVerdictTokens,
      });
    }
  }
  return { calls: count, expected, most };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
