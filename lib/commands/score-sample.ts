import { basename } from "node:path";
import type { OnBadRow } from "@/lib/datasets/prompts/bad-rows";
import { readPrompts } from "@/lib/datasets/prompts/read-prompts";
import type { RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import type { Router } from "@/lib/routers/router";
import { createPromptFingerprint } from "@/lib/runs/prompt-fingerprint";
import type { OwnCalibration } from "@/lib/serving/alternative";
import { estimateTokens } from "@/lib/text/estimate-tokens";
import type { ScoredSample, ShippedRows } from "./shipped-rows";

/** Where a sample comes from. */
export type SampleSources = {
  readonly router: RouterId;
  readonly promptsPath: string | undefined;
  readonly onBadRow?: OnBadRow;
  /** Asked only if there are prompts to score. */
  readonly getRouters: () => Promise<ReadonlyMap<RouterId, Router>>;
  /** Asked only if there are none … */
  readonly getShippedRows: (router: RouterId) => Promise<ShippedRows | null>;
  /** … and another router stands in for the shipped one. */
  readonly getCalibrations: () => Promise<Readonly<Record<RouterId, OwnCalibration>>>;
};

/** @throws RoutingError on an unusable artifact or file, or a router that has no sample. */
export async function scoreSample(sources: SampleSources): Promise<ScoredSample> {
  const { router, promptsPath, onBadRow, getRouters, getShippedRows, getCalibrations } = sources;
  if (promptsPath !== undefined) {
    const prompts = await readPrompts(promptsPath, onBadRow);
    return {
      name: basename(promptsPath),
      kind: { kind: "own", name: basename(promptsPath) },
      winRates: await scorePrompts(prompts, { router, getRouters }),
      tokens: prompts.map(estimateTokens),
      fingerprint: async () => fingerprintOf(prompts),
    };
  }
  const shipped = await getShippedRows(router);
  if (shipped !== null) return { name: "shipped calibration sample", kind: { kind: "chat" }, ...shipped };
  const winRates = sampleOf(router, (await getCalibrations())[router]);
  const fingerprint = async () => fingerprintOf(winRates.map(String));
  const name = "own calibration sample";
  return { name, kind: { kind: "own", name }, winRates, tokens: null, fingerprint };
}

function fingerprintOf(texts: readonly string[]): string {
  const fingerprint = createPromptFingerprint();
  for (const text of texts) fingerprint.add(text);
  return fingerprint.digest();
}

function sampleOf(router: RouterId, calibration: OwnCalibration): readonly number[] {
  if (calibration.kind === "sample") return calibration.winRates;
  throw new RoutingError({
    code: "invalid_argument",
    parameter: "--prompts",
    message: `the shipped sample was scored by the shipped ${router}, not by the one that stands in for it; give prompts of your own with --prompts FILE.`,
  });
}

async function scorePrompts(
  prompts: readonly string[],
  { router, getRouters }: Pick<SampleSources, "router" | "getRouters">,
): Promise<readonly number[]> {
  const found = (await getRouters()).get(router);
  if (found !== undefined) return found.scoreBatch(prompts);
  throw new RoutingError({
    code: "not_found",
    parameter: "router",
    message: `Router ${router} is not installed; train it with \`npm run routellm -- train\`.`,
  });
}
