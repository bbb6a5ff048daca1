import type { LanguageModelV3Usage } from "@ai-sdk/provider";
import { soundUsage } from "@/lib/gateway/answers/sound-usage";
import { estimateTokens } from "@/lib/gateway/highest-cost";
import type { AnswerTokens } from "./decision-record";

/** Tokens of an answer as its provider counted them, or estimated from the characters that went each way. */
export function countTokens(
  usage: LanguageModelV3Usage | undefined,
  seen: { readonly promptCharacters: number; readonly sentCharacters: number },
): AnswerTokens {
  const sound = usage && soundUsage(usage);
  const [input, output] = [sound?.inputTokens.total, sound?.outputTokens.total];
  return {
    input: input ?? estimateTokens(seen.promptCharacters),
    output: output ?? estimateTokens(seen.sentCharacters),
    estimated: input === undefined || output === undefined,
  };
}

/** The usage with the counts that are booked, so that a client sees the same as the books. */
export const withCounts = (usage: LanguageModelV3Usage, { input, output }: AnswerTokens): LanguageModelV3Usage => ({
  inputTokens: { ...usage.inputTokens, total: input },
  outputTokens: { ...usage.outputTokens, total: output },
});
