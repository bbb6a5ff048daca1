import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { HeldOutColumns } from "@/lib/packing/scale-routers";
import { roundDown } from "@/lib/packing/win-rate-columns";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import type { CalibrationArtifact } from "@/lib/schemas/artifacts/calibration-artifact";
import type { GatedEncoderFit } from "@/lib/training/columns/fit-gated-encoder";
import type { HeldOutPrompt } from "./score-held-out";

/** Sources of prompts that people really typed, unselected by difficulty. */
const CHAT_SOURCES: readonly string[] = ["arena-llama-3-70b", "oasst-7-models"];

type PreferenceSources = GatedEncoderFit["preferences"];

/** Real chat prompts by source. Whoever trains on nothing but battles of their own calibrates on those. */
export function chatSources(preferences: PreferenceSources): PreferenceSources {
  const named = preferences.filter(({ source }) => CHAT_SOURCES.includes(source.name));
  return named.length > 0 ? named : preferences.filter(({ source }) => source.kind === "battles");
}

/**
 * The calibration artifact: win rates on real chat prompts as if each were new.
 * @param options.winRates of all held-out prompts, among them every prompt of `sources`.
 */
export function calibrationSample(options: {
  sources: PreferenceSources;
  winRates: HeldOutColumns;
}): CalibrationArtifact {
  const sample: HeldOutPrompt[] = options.sources.flatMap(({ prompts }) => prompts);
  return {
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    sources: options.sources.map(({ source, prompts }) => ({ name: source.name, prompts: prompts.length })),
    characters: sample.map(({ prompt }) => [...prompt].length),
    winRates: forEveryRouter((router) =>
      sample.map(({ prompt }) => roundDown(options.winRates[router].get(prompt) ?? 0)),
    ),
  };
}
