import type { LanguageModelV3 } from "@ai-sdk/provider";
import type { Choice } from "@/lib/domain/decide";
import type { ModelPrice } from "./model-prices";

/** A model that answers requests. */
export type GatewayModel = {
  /** `provider/model`; `simulated/strong` and `simulated/weak` where nothing is configured. */
  readonly id: string;
  readonly languageModel: LanguageModelV3;
  /** Dollars per million tokens. */
  readonly price: ModelPrice;
  /** Its answers are made up by this program; everything that shows one says so. */
  readonly simulated: boolean;
};

export type GatewayModels = Readonly<Record<Choice, GatewayModel>>;
