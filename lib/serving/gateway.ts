import type { LanguageModelV3 } from "@ai-sdk/provider";
import { DEFAULT_MONEY } from "@/lib/calibration/money";
import type { Choice } from "@/lib/domain/decide";
import { parseModelName, type RoutedModel } from "@/lib/domain/model-name";
import { RoutingError } from "@/lib/domain/routing-error";
import { simulatedModel } from "@/lib/domain/simulated";
import { toThreshold } from "@/lib/domain/threshold";
import { soundModel } from "@/lib/gateway/answers/sound-usage";
import type { BreakerSettings } from "@/lib/gateway/circuit-breaker";
import type { GatewayModel, GatewayModels } from "@/lib/gateway/gateway-models";
import { meteredModel } from "@/lib/gateway/metered-model";
import { listPrice, type ModelPrice } from "@/lib/gateway/model-prices";
import { createProviders, type Providers } from "@/lib/gateway/providers";
import { type ModelRetryPolicy, resilientModel } from "@/lib/gateway/resilient-model";
import { type RoutedOptions, routed } from "@/lib/gateway/routed";
import { createSimulatedModel } from "@/lib/gateway/simulated-model";
import { readProviderSettings } from "@/lib/runtime/env";
import { type ConfiguredModel, type GatewaySettings, readGatewaySettings } from "@/lib/runtime/gateway-settings";
import { oncePerProcess } from "@/lib/runtime/once-per-process";
import { currentPurse } from "./current-purse";
import { findNamedCalibration } from "./named-calibrations";
import { getServedRouters } from "./served-routers";

export type OpenOptions = Pick<RoutedOptions, "scope" | "answerer" | "caller" | "onDecision" | "onUnread">;

/** Answers requests by one of two models. */
export type Gateway = {
  readonly models: GatewayModels;
  /**
   * The language model that a name stands for: `router-<id>-<threshold>`, or the name of a saved calibration.
   * @throws RoutingError `not_found` naming `model` if it is neither.
   */
  open(name: string, options?: OpenOptions): Promise<ReturnType<typeof routed>>;
  /** A router at a threshold, without a name. */
  route(model: RoutedModel, options?: OpenOptions): Promise<ReturnType<typeof routed>>;
};

/** When a provider is left alone, and for how long: few calls say little, and a short rest costs it one probe. */
const BREAKER: BreakerSettings = { share: 0.5, minimumFailures: 10, recentMs: 60_000, restMs: 10_000 };
const MAXIMUM_TRIES = 3;
const LONGEST_STALL_MS = 30_000;
/** The first word of a model takes as long as many later ones. */
const FIRST_WORD = 15;

/** The gateway of this process. @throws RoutingError naming the variable that is not as it should be. */
export const getGateway = oncePerProcess("gateway", async (): Promise<Gateway> => {
  const settings = readGatewaySettings();
  const models = openGatewayModels(settings, createProviders(readProviderSettings()));
  const route: Gateway["route"] = async ({ router: id, threshold }, options = {}) => {
    const router = (await getServedRouters()).get(id);
    if (router === undefined) throw new TypeError(`The router ${id} is not served`);
    return routed({ ...options, router, threshold, models, fallback: settings.fallback });
  };
  return { models, route, open: async (name, options) => route(await findRoutedModel(name), options) };
});

/** The two models, as they are configured, or simulated ones at the paper's prices. */
export function openGatewayModels(settings: GatewaySettings, providers: Providers): GatewayModels {
  const patience: ModelRetryPolicy = {
    wholeMs: settings.deadlineMs,
    firstMs: settings.deadlineMs,
    stallMs: Math.min(settings.deadlineMs, LONGEST_STALL_MS),
    maximumTries: MAXIMUM_TRIES,
  };
  const { simulatedPaceMs: wordMs, models } = settings;
  const metered = (model: LanguageModelV3, price: ModelPrice) =>
    meteredModel({ model: soundModel(model), price, purse: currentPurse });
  const simulated = (choice: Choice): GatewayModel => {
    const price = { input: DEFAULT_MONEY[choice].inputPerMillion, output: DEFAULT_MONEY[choice].outputPerMillion };
    const model = createSimulatedModel({ choice, pace: { firstMs: wordMs * FIRST_WORD, wordMs } });
    return { id: simulatedModel(choice), languageModel: metered(model, price), price, simulated: true };
  };
  const real = (configured: ConfiguredModel): GatewayModel => {
    const { id, languageModel } = providers.model(configured.id, configured.modelVariable);
    if (languageModel.specificationVersion !== "v3") throw new TypeError(`${id} is not a model of this SDK`);
    const price = configured.price ?? listPrice(id) ?? missingPrice(configured);
    return {
      id,
      languageModel: resilientModel({
        ...{ model: metered(languageModel, price), patience, breaker: BREAKER, redact: providers.redact },
      }),
      price,
      simulated: false,
    };
  };
  return models === undefined
    ? { strong: simulated("strong"), weak: simulated("weak") }
    : { strong: real(models.strong), weak: real(models.weak) };
}

function missingPrice({ id, priceVariable }: ConfiguredModel): never {
  const message = `${priceVariable} is missing; no list price of ${id} is known, so set its dollars per million tokens in and out, such as 2.5,10 (0,0 for a model of your own).`;
  throw new RoutingError({ code: "invalid_argument", parameter: priceVariable, message });
}

/** Names of people's own win over nothing: a calibration cannot be called like a router at a threshold. */
async function findRoutedModel(name: string): Promise<RoutedModel> {
  const notFound = (message: string) => new RoutingError({ code: "not_found", parameter: "model", message });
  if (/^router-/.test(name)) {
    try {
      return parseModelName(name);
    } catch (error) {
      throw error instanceof RoutingError ? notFound(error.message) : error;
    }
  }
  const saved = await findNamedCalibration(name);
  if (saved === undefined) {
    throw notFound(
      `There is no model ${JSON.stringify(name)}; it must be router-<id>-<threshold> (for example router-mf-0.11593) or the name of a saved calibration.`,
    );
  }
  const { router, threshold } = saved;
  return { router, threshold: toThreshold(threshold) };
}
