import "server-only";
import type { RouterId } from "@/lib/domain/router-id";
import { getCalibrationArtifact, getManifest } from "@/lib/runtime/served-artifacts";
import { getAlternatives } from "@/lib/serving/alternatives";
import { estimateTokens } from "@/lib/view/playground/prompt-cost";
import type { ScoredSample } from "./score-sample";

/** The shipped calibration sample for one router, prompt by prompt. */
export type ShippedRows = Omit<ScoredSample, "name" | "kind">;

/**
 * What the shipped sample says of a router, with its prompts' lengths (estimated from their characters, for the texts are
 * not shipped).
 *
 * @returns null where another router stands in for the shipped one.
 */
export async function readShippedRows(router: RouterId): Promise<ShippedRows | null> {
  if ((await getAlternatives()).has(router)) return null;
  const { winRates, characters } = await getCalibrationArtifact();
  return { winRates: winRates[router], tokens: characters.map(estimateTokens), fingerprint: readFingerprint };
}

/** sha256 of the sample's file, as the manifest has it. */
async function readFingerprint(): Promise<string> {
  const { files } = await getManifest();
  return files.find(({ path }) => path === "calibration.json")?.sha256 ?? "";
}
