import type { LanguageModelV3CallOptions } from "@ai-sdk/provider";
import { maximumInputTokens } from "./token-estimate";

/** More than any provider counts a picture as: the dearest of 2026 makes 48,169 tokens of the largest one. */
const TOKENS_OF_A_PICTURE = 50_000;

/** The usual rule of thumb for English text, where a provider did not come to count. */
const CHARACTERS_PER_TOKEN = 4;

/** Tokens of a text that nobody has counted, about. */
export const estimateTokens = (characters: number): number => Math.ceil(characters / CHARACTERS_PER_TOKEN);

/** All of a call that a model reads, as text, and how many pictures there are. */
function readable({ prompt, tools, responseFormat }: LanguageModelV3CallOptions): { text: string; pictures: number } {
  let pictures = 0;
  const text = JSON.stringify({ prompt, tools, responseFormat }, (_, value: unknown) => {
    if (typeof value !== "object" || value === null || !("type" in value) || value.type !== "file") return value;
    pictures += 1;
    return null;
  });
  return { text, pictures };
}

/** No model reads more tokens of a call. */
export function mostInputTokens(call: LanguageModelV3CallOptions): number {
  const { text, pictures } = readable(call);
  return maximumInputTokens(text) + pictures * TOKENS_OF_A_PICTURE;
}

/** About how many tokens a model reads of a call. */
export const likelyInputTokens = (call: LanguageModelV3CallOptions): number =>
  estimateTokens(readable(call).text.length);
