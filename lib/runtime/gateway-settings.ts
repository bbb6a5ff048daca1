import type { Choice } from "@/lib/domain/decide";
import { RoutingError } from "@/lib/domain/routing-error";
import type { ModelPrice } from "@/lib/gateway/model-prices";
import { readEnvironment } from "./read-environment";

/** How the gateway answers. */
export type GatewaySettings = {
  /** By choice; undefined where nothing is configured and simulated models answer. */
  readonly models: Readonly<Record<Choice, ConfiguredModel>> | undefined;
  readonly fallback: boolean;
  readonly deadlineMs: number;
  readonly simulatedPaceMs: number;
};

export type ConfiguredModel = {
  /** `provider/model`, as it was written. */
  readonly id: string;
  readonly price: ModelPrice | undefined;
  /** The variables that say so, for errors. */
  readonly modelVariable: string;
  readonly priceVariable: string;
};

const DEFAULT_MODEL_DEADLINE_MS = 120_000;
/** About fifty words a second, as fast models stream. */
const DEFAULT_SIMULATED_PACE_MS = 20;

/** @throws RoutingError where one of the two models is named without the other. */
export function readGatewaySettings(): GatewaySettings {
  const environment = readEnvironment();
  const configured = (choice: "STRONG" | "WEAK"): ConfiguredModel | undefined => {
    const [modelVariable, priceVariable] = [`ROUTELLM_${choice}_MODEL`, `ROUTELLM_${choice}_PRICE`] as const;
    const [id, price] = [environment[modelVariable], environment[priceVariable]];
    if (id !== undefined) return { id, price, modelVariable, priceVariable };
    if (price === undefined) return undefined;
    const message = `${priceVariable} has no effect without ${modelVariable}; set both or neither.`;
    throw new RoutingError({ code: "invalid_argument", parameter: priceVariable, message });
  };
  const [strong, weak] = [configured("STRONG"), configured("WEAK")];
  if ((strong === undefined) !== (weak === undefined)) {
    const [missing, given] = strong === undefined ? ["STRONG", "WEAK"] : ["WEAK", "STRONG"];
    const parameter = `ROUTELLM_${missing}_MODEL`;
    const message = `${parameter} is missing; a router needs two models, and only ROUTELLM_${given}_MODEL is set.`;
    throw new RoutingError({ code: "invalid_argument", parameter, message });
  }
  return {
    models: strong === undefined || weak === undefined ? undefined : { strong, weak },
    fallback: environment.ROUTELLM_FALLBACK === "true",
    deadlineMs: environment.ROUTELLM_MODEL_DEADLINE_MS ?? DEFAULT_MODEL_DEADLINE_MS,
    simulatedPaceMs: environment.ROUTELLM_SIMULATED_PACE_MS ?? DEFAULT_SIMULATED_PACE_MS,
  };
}
