import type { DriftLevel, SampleComparison } from "@/lib/calibration/drift";
import { formatPercent } from "@/lib/view/shared/format";

/** A warning level in two words, for a badge. */
export const DRIFT_LABEL: Readonly<Record<DriftLevel, string>> = {
  same: "Much alike",
  moderate: "Somewhat different",
  different: "Different",
};

/**
 * What a comparison means, for someone who has never heard of a stability index.
 *
 * @param other what the sample is beside, as it stands inside a sentence: "MMLU", "last month's prompts".
 */
export function driftFinding({
  comparison: { stability, share, otherShare, level },
  other,
}: {
  readonly comparison: SampleComparison;
  readonly other: string;
}): string {
  const shares = `where ${formatPercent(otherShare, 1)} of ${other} go to the strong model, ${formatPercent(share, 1)} of these prompts do`;
  const index = `stability index ${stability.toFixed(2)}`;
  switch (level) {
    case "same":
      return `These prompts are routed much like ${other} (${index}): ${shares}.`;
    case "moderate":
      return `These prompts differ somewhat from ${other} (${index}): ${shares}. Check the share before an α from there is used here.`;
    case "different":
      return `These prompts are unlike ${other} (${index}): ${shares}. An α from there does not hold here; calibrate anew.`;
  }
}

/** One sample beside an older one of the same traffic: what the old α does now. */
export function driftSinceFinding({ share, otherShare, level }: SampleComparison, older: string): string {
  const change = 100 * (share - otherShare);
  const points = `${Math.abs(change).toFixed(1)} points ${change < 0 ? "fewer" : "more"}`;
  const moved =
    Math.abs(change) < 0.05
      ? `the α of ${older} still sends ${formatPercent(share, 1)} to the strong model`
      : `the α of ${older} now sends ${formatPercent(share, 1)} to the strong model, ${points} than then`;
  switch (level) {
    case "same":
      return `No drift beyond chance: ${moved}.`;
    case "moderate":
      return `Some drift: ${moved}. Watch it, and calibrate anew if the budget is tight.`;
    case "different":
      return `The traffic has changed: ${moved}. Calibrate anew.`;
  }
}
