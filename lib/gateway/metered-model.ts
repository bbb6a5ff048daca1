import type {
  LanguageModelV3,
  LanguageModelV3CallOptions,
  LanguageModelV3StreamPart,
  LanguageModelV3Usage,
} from "@ai-sdk/provider";
import type { BudgetAccount } from "./budget-account";
import { toCallFailure } from "./call-failure";
import { estimateTokens, likelyInputTokens, mostInputTokens } from "./highest-cost";
import { callCost, type ModelPrice } from "./model-prices";

/** One call that is paid for. */
type Bill = {
  /** The call as it may be made: its answer has an end. */
  readonly options: LanguageModelV3CallOptions;
  /** The provider counted; without a count, `said` characters are what is known of the answer. */
  settle(usage: LanguageModelV3Usage | undefined, said: number): void;
  /** Nobody knows what came of it: it counts as what it may have cost at most; without a limit, as `said` characters. */
  settleUnseen(said?: number): void;
  settleUnpaid(): void;
  /** How to settle where whoever asks has gone; before the answer begins, as unseen. */
  onAbort(settle: () => void): void;
};

/**
 * The model, with each call paid for: what it may cost at most is set aside before the provider is asked, and replaced by
 * what it cost, by an estimate where it broke off. Below retries, since each of them may be charged.
 * @param settings.purse what the request under way is paid from; undefined where nobody counts.
 */
export function meteredModel(settings: {
  readonly model: LanguageModelV3;
  readonly price: ModelPrice;
  readonly purse: () => BudgetAccount | undefined;
}): LanguageModelV3 {
  const { model, price } = settings;

  async function open(call: LanguageModelV3CallOptions, purse: BudgetAccount): Promise<Bill> {
    const { longestAnswer } = purse;
    const maxOutputTokens = call.maxOutputTokens ?? longestAnswer;
    const options = maxOutputTokens === undefined ? call : { ...call, maxOutputTokens };
    let mostInput = Number.POSITIVE_INFINITY;
    const mostOutput = maxOutputTokens ?? Number.POSITIVE_INFINITY;
    const aside = await purse.setAside(() => {
      mostInput = mostInputTokens(call);
      return callCost(price, { input: mostInput, output: mostOutput });
    }, call.abortSignal);
    const likelyCost = (said: number): number =>
      callCost(price, { input: likelyInputTokens(call), output: estimateTokens(said) });
    const bill = (dollars: number): void => aside.settle(Math.min(dollars, aside.most ?? Number.POSITIVE_INFINITY));
    const settleUnseen = (said = 0): void => bill(aside.most ?? likelyCost(said));
    let atAbort = (): void => settleUnseen();
    // A model that does not heed the signal may never come back.
    const aborted = (): void => atAbort();
    call.abortSignal?.addEventListener("abort", aborted, { once: true });
    const settle = (dollars: number): void => {
      call.abortSignal?.removeEventListener("abort", aborted);
      bill(dollars);
    };
    return {
      options,
      settle(usage, said) {
        const input = sane(usage?.inputTokens.total, mostInput);
        const output = sane(usage?.outputTokens.total, mostOutput);
        settle(input === undefined || output === undefined ? likelyCost(said) : callCost(price, { input, output }));
      },
      settleUnseen,
      settleUnpaid: () => settle(0),
      onAbort(settleThen) {
        atAbort = settleThen;
      },
    };
  }

  /** @returns the answer; a failed call is settled by whether it may have been charged. */
  async function pay<Answer>(bill: Bill, call: () => PromiseLike<Answer>): Promise<Answer> {
    try {
      return await call();
    } catch (error) {
      const { maybePaid, saidCharacters } = toCallFailure(error, new Date(), (text) => text);
      if (maybePaid) bill.settleUnseen(saidCharacters);
      else bill.settleUnpaid();
      throw error;
    }
  }

  return {
    specificationVersion: "v3",
    provider: model.provider,
    modelId: model.modelId,
    supportedUrls: model.supportedUrls,
    async doGenerate(call) {
      const purse = settings.purse();
      if (purse === undefined) return model.doGenerate(call);
      const bill = await open(call, purse);
      const result = await pay(bill, () => model.doGenerate(bill.options));
      bill.settle(result.usage, JSON.stringify(result.content).length);
      return result;
    },
    async doStream(call) {
      const purse = settings.purse();
      if (purse === undefined) return model.doStream(call);
      const bill = await open(call, purse);
      const result = await pay(bill, () => model.doStream(bill.options));
      return { ...result, stream: metered(result.stream, bill) };
    },
  };
}

/** A count within what is possible; undefined where there is none, or none that can be true. */
const sane = (tokens: number | undefined, most: number): number | undefined =>
  tokens !== undefined && Number.isInteger(tokens) && tokens >= 0 ? Math.min(tokens, most) : undefined;

/** The stream as it is; its end, however it comes, settles the bill. */
function metered(
  stream: ReadableStream<LanguageModelV3StreamPart>,
  bill: Bill,
): ReadableStream<LanguageModelV3StreamPart> {
  const reader = stream.getReader();
  let said = 0;
  bill.onAbort(() => bill.settle(undefined, said));
  return new ReadableStream<LanguageModelV3StreamPart>(
    {
      async pull(controller) {
        try {
          const { done, value: part } = await reader.read();
          if (!done && "delta" in part) said += part.delta.length;
          if (done || part.type === "error") bill.settle(undefined, said);
          else if (part.type === "finish") bill.settle(part.usage, said);
          if (done) controller.close();
          else controller.enqueue(part);
        } catch (error) {
          bill.settle(undefined, said);
          controller.error(error);
        }
      },
      async cancel(reason) {
        bill.settle(undefined, said);
        await reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
