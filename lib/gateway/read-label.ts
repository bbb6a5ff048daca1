import type { LabelProbabilities } from "@/lib/domain/label-probabilities";

/** One place of a generated text: the token that was written there, and the likeliest ones with their log-probabilities. */
export type TokenPlace = {
  readonly token: string;
  readonly alternatives: readonly { readonly token: string; readonly logProbability: number }[];
};

/**
 * The label that `token` is, from 0, where `before` stands in front of it: one token `[[4]]` (with blanks around it or
 * not), or the digit of a label that comes in pieces (`[[` `4` `]]`), or a bare digit with which the answer begins.
 */
function labelOf(before: string, token: string, labels: number): number | undefined {
  const whole = /^\s*\[\[\s*(\d)\s*\]\]\s*$/.exec(token);
  const piece = /^\s*\[{0,2}\s*(\d)\s*\]{0,2}\s*$/.exec(token);
  const opened = /^\s*$|\[\[\s*$/.test(before) || /^\s*\[\[/.test(token) || (/\[$/.test(before) && /^\[/.test(token));
  const digit = Number((whole ?? (opened ? piece : null))?.[1] ?? 0);
  return digit >= 1 && digit <= labels ? digit - 1 : undefined;
}

/**
 * The distribution over the labels at the first place where a label was written, scaled to sum 1: as in the release, whose
 * softmax is over the label tokens alone. It lets the model write up to six tokens before, because the fine-tuned one
 * opens the assistant's turn itself (lm-sys/RouteLLM, routellm/routers/causal_llm/model.py).
 * @returns (labels) probabilities; all 0 if no label was written.
 */
export function readLabel(places: readonly TokenPlace[], labels: number): LabelProbabilities {
  let before = "";
  for (const { token, alternatives } of places) {
    if (labelOf(before, token, labels) !== undefined) return distribution(before, alternatives, labels);
    before += token;
  }
  return Array.from({ length: labels }, () => 0);
}

function distribution(before: string, alternatives: TokenPlace["alternatives"], labels: number): LabelProbabilities {
  const sums = Array.from({ length: labels }, () => 0);
  for (const { token, logProbability } of alternatives) {
    const label = labelOf(before, token, labels);
    if (label !== undefined) sums[label] = (sums[label] ?? 0) + Math.exp(logProbability);
  }
  const total = sums.reduce((sum, value) => sum + value, 0);
  return total > 0 ? sums.map((sum) => sum / total) : sums;
}
