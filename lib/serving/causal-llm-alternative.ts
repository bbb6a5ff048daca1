import { basename } from "node:path";
import { createLabelEndpoint } from "@/lib/gateway/label-endpoint";
import type { Providers } from "@/lib/gateway/providers";
import { createCausalLlmRouter, QUALITY_LABELS } from "@/lib/routers/causal-llm-router";
import type { AlternativeSettings } from "@/lib/runtime/alternative-settings";
import { type Alternative, readOwnCalibration } from "./alternative";
import { readInstruction } from "./instruction-template";

const PARAMETER = "ROUTELLM_CAUSAL_LLM_MODEL";

/** A language model on a server that returns log-probabilities in place of the shipped `causal_llm`. */
export async function loadCausalLlmEndpoint(
  settings: NonNullable<AlternativeSettings["causalLlm"]>,
  providers: Providers,
): Promise<Alternative> {
  const { api, templates, calibration } = settings;
  const endpoint = providers.endpoint(settings.model, PARAMETER);
  const instruct = await readInstruction({ templates, api, parameter: "ROUTELLM_CAUSAL_LLM_TEMPLATE" });
  const instruction =
    templates.length === 0 ? "this project's own instruction" : templates.map((file) => basename(file)).join(" and ");
  return {
    routerId: "causal_llm",
    isRemote: true,
    createRouter: (patience) =>
      createCausalLlmRouter({
        model: createLabelEndpoint({
          endpoint,
          labels: QUALITY_LABELS.length,
          instruct,
          parameter: PARAMETER,
          patience,
          redact: providers.redact,
        }),
      }),
    calibration: await readOwnCalibration(calibration, "ROUTELLM_CAUSAL_LLM_CALIBRATION"),
    card: {
      what: `${endpoint.id}, asked by ${instruction} for the grade that the weak model's answer would get; the win rate is 1 − P(4 or 5), and 1 if it writes no grade.`,
      trainedOn:
        "As its makers say: the released one was fine-tuned on Arena and judged battles, others read the instruction without training for it.",
      runsOn: `On another machine: the prompt is sent to ${endpoint.id} (${api}).`,
    },
  };
}
