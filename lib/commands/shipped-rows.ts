import type { SampleKind } from "@/lib/calibration/hand-over";
import type { RouterId } from "@/lib/domain/router-id";
import { getCalibrationArtifact, getManifest } from "@/lib/runtime/served-artifacts";
import { getAlternatives } from "@/lib/serving/alternatives";
import { estimateTokens } from "@/lib/view/playground/prompt-cost";

/** One router's win rates on what it is calibrated on; columns of equal length. */
export type ScoredSample = {
  readonly name: string;
  readonly kind: SampleKind;
  readonly winRates: readonly number[];
  /** Of each prompt, estimated; null where the sample does not tell. */
  readonly tokens: readonly number[] | null;
  /** sha256 of the prompts, or of the file that holds their win rates. */
  readonly fingerprint: () => Promise<string>;
};

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
