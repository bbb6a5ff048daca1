import type { ModelPrice } from "@/lib/gateway/model-prices";
import type { ProviderModel } from "@/lib/gateway/providers";
import { judgeVerdictSchema } from "@/lib/schemas/files/judge-verdict";
import { judgeMessage } from "./judge-messages";
import type { PaidCall } from "./paid-calls";

export type PricedModel = ProviderModel & { readonly price: ModelPrice };

/** Who answers, who judges, and how much they may write. */
export type JudgeSetup = {
  readonly strong: PricedModel;
  readonly weak: PricedModel;
  readonly judge: PricedModel;
  readonly instructions: string;
  readonly maxAnswerTokens: number;
  readonly maxVerdictTokens: number;
};

export function answerCall(setup: JudgeSetup, role: "strong" | "weak", prompt: string): PaidCall {
  return { model: setup[role], price: setup[role].price, prompt, maxOutputTokens: setup.maxAnswerTokens };
}

/** @param round from 1; a judge whose answer holds no verdict is asked in the next round. */
export function verdictCall(
  setup: JudgeSetup,
  { round, ...texts }: { prompt: string; first: string; second: string; round: number },
): PaidCall {
  return {
    model: setup.judge,
    price: setup.judge.price,
    system: setup.instructions,
    prompt: judgeMessage(texts),
    maxOutputTokens: setup.maxVerdictTokens,
    schema: judgeVerdictSchema,
    round,
  };
}
