import type { RouterId } from "@/lib/domain/router-id";
import { createProviders } from "@/lib/gateway/providers";
import { readAlternativeSettings } from "@/lib/runtime/alternative-settings";
import { readProviderSettings } from "@/lib/runtime/env";
import { once } from "@/lib/runtime/once";
import type { Alternative } from "./alternative";
import { loadBertFolder } from "./bert-folder-alternative";
import { loadCausalLlmEndpoint } from "./causal-llm-alternative";
import { loadReleasedFactorization } from "./released-factorization";

/**
 * The routers that the environment puts in place of shipped ones, by id; read and checked once a process, the network
 * apart, which is nobody's fault at start.
 * @throws RoutingError that names the variable or file at fault.
 */
export const getAlternatives = once(async (): Promise<ReadonlyMap<RouterId, Alternative>> => {
  const { mf, bert, causalLlm } = readAlternativeSettings();
  const providers = createProviders(readProviderSettings());
  const alternatives = [
    ...(mf === undefined ? [] : [await loadReleasedFactorization(mf, providers)]),
    ...(bert === undefined ? [] : [await loadBertFolder(bert)]),
    ...(causalLlm === undefined ? [] : [await loadCausalLlmEndpoint(causalLlm, providers)]),
  ];
  return new Map(alternatives.map((alternative) => [alternative.routerId, alternative]));
});
