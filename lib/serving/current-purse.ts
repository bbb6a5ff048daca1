import { AsyncLocalStorage } from "node:async_hooks";
import type { LanguageModelV3 } from "@ai-sdk/provider";
import type { BudgetAccount } from "@/lib/gateway/budget-account";
import { perProcess } from "@/lib/runtime/once-per-process";

/** Next's bundles have a copy of this module each, and the one gateway must find what each of them has set. */
const purses = perProcess("purses", () => new AsyncLocalStorage<BudgetAccount>());

/** What the call under way is paid from; undefined where nobody counts. */
export const currentPurse = (): BudgetAccount | undefined => purses().getStore();

/** Whatever is called within is paid from the purse. */
const payingFrom = <Result>(purse: BudgetAccount | undefined, call: () => Result): Result =>
  purse === undefined ? call() : purses().run(purse, call);

/** The model, all calls of which are paid from the purse. */
export const payingModel = (model: LanguageModelV3, purse: BudgetAccount | undefined): LanguageModelV3 =>
  purse === undefined
    ? model
    : {
        specificationVersion: "v3",
        provider: model.provider,
        modelId: model.modelId,
        supportedUrls: model.supportedUrls,
        doGenerate: (call) => payingFrom(purse, () => model.doGenerate(call)),
        doStream: (call) => payingFrom(purse, () => model.doStream(call)),
      };
