import { resolve } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import { readEnvironment } from "./read-environment";

/** How long the playground waits for a router on another machine, unless told otherwise. */
const DEFAULT_REMOTE_DEADLINE_MS = 1500;

/** What decides α of an alternative router: a fixed one, own prompts, or nothing. */
export type CalibrationSettings = { readonly alpha: number | undefined; readonly file: string | undefined };

/** Routers that stand in for shipped ones; each undefined unless it is configured. */
export type AlternativeSettings = {
  readonly remoteDeadlineMs: number;
  readonly mf:
    | {
        readonly checkpoint: string;
        readonly embeddings: string | undefined;
        readonly strong: number | undefined;
        readonly weak: number | undefined;
        readonly calibration: CalibrationSettings;
      }
    | undefined;
  readonly bert: { readonly folder: string; readonly calibration: CalibrationSettings } | undefined;
  readonly causalLlm:
    | {
        readonly model: string;
        readonly api: "completions" | "chat";
        readonly templates: readonly string[];
        readonly calibration: CalibrationSettings;
      }
    | undefined;
};

/**
 * What stands in for shipped routers.
 * @throws RoutingError where a setting of a router is given without the one that turns it on.
 */
export function readAlternativeSettings(): AlternativeSettings {
  const environment = readEnvironment();
  const path = (file: string) => resolve(/* turbopackIgnore: true */ file);
  for (const [switchedOnBy, prefix] of [
    ["ROUTELLM_MF_CHECKPOINT", "ROUTELLM_MF_"],
    ["ROUTELLM_BERT_FOLDER", "ROUTELLM_BERT_"],
    ["ROUTELLM_CAUSAL_LLM_MODEL", "ROUTELLM_CAUSAL_LLM_"],
  ] as const) {
    const stray = Object.entries(environment).find(([name, value]) => name.startsWith(prefix) && value !== undefined);
    if (environment[switchedOnBy] !== undefined || stray === undefined) continue;
    const message = `${stray[0]} has no effect without ${switchedOnBy}; set both or neither.`;
    throw new RoutingError({ code: "invalid_argument", parameter: stray[0], message });
  }
  const calibration = (router: "MF" | "BERT" | "CAUSAL_LLM"): CalibrationSettings => {
    const alpha = environment[`ROUTELLM_${router}_ALPHA`];
    const file = environment[`ROUTELLM_${router}_CALIBRATION`];
    if (alpha === undefined || file === undefined) return { alpha, file: file && path(file) };
    const parameter = `ROUTELLM_${router}_ALPHA`;
    const message = `${parameter} and ROUTELLM_${router}_CALIBRATION both decide α; set one of them.`;
    throw new RoutingError({ code: "invalid_argument", parameter, message });
  };
  const {
    ROUTELLM_MF_CHECKPOINT: checkpoint,
    ROUTELLM_BERT_FOLDER: folder,
    ROUTELLM_CAUSAL_LLM_MODEL: model,
  } = environment;
  return {
    remoteDeadlineMs: environment.ROUTELLM_REMOTE_DEADLINE_MS ?? DEFAULT_REMOTE_DEADLINE_MS,
    mf:
      checkpoint === undefined
        ? undefined
        : {
            checkpoint: path(checkpoint),
            embeddings: environment.ROUTELLM_MF_EMBEDDINGS,
            strong: environment.ROUTELLM_MF_STRONG,
            weak: environment.ROUTELLM_MF_WEAK,
            calibration: calibration("MF"),
          },
    bert: folder === undefined ? undefined : { folder: path(folder), calibration: calibration("BERT") },
    causalLlm:
      model === undefined
        ? undefined
        : {
            model,
            api: environment.ROUTELLM_CAUSAL_LLM_API ?? "completions",
            templates: (environment.ROUTELLM_CAUSAL_LLM_TEMPLATE ?? "")
              .split(",")
              .map((file) => file.trim())
              .filter((file) => file !== "")
              .map(path),
            calibration: calibration("CAUSAL_LLM"),
          },
  };
}
