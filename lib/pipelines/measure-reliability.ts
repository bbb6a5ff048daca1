import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import { reliability } from "@/lib/evaluation/reliability";
import { groupBy } from "@/lib/math/group-by";
import { scaleWinRate, type WinRateScale } from "@/lib/routers/win-rate-scale";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import type { ReliabilityArtifact } from "@/lib/schemas/artifacts/reliability-artifact";
import { fitWinRateScale } from "@/lib/training/fit-win-rate-scale";
import { crossFit } from "@/lib/training/solvers/folds";
import type { RealOutcome } from "@/lib/training/sources/real-outcomes";

/** Below half, a scale takes away more of what tells prompts apart than noise can account for. */
const LEAST_SLOPE = 0.5;

/** Used as they are: a fixed draw is no estimate, and scaled to frequencies it would say the same of every prompt. */
const UNSCALED: readonly RouterId[] = ["random"];

/** Trained on a teacher's standardised scores: their log-odds are several times wider than an outcome's, at every slope. */
const STUDENTS: readonly RouterId[] = ["bert", "causal_llm"];

/**
 * Fits every router's scale on real outcomes and measures what it mends.
 * @param options.winRates by prompt, for each router that is there, by fits that did not see the prompt; every outcome's prompt is among them.
 * @param options.folds (outcomes) equal prompts share one: `after` uses a scale fitted on the other folds.
 */
export function measureReliability(options: {
  outcomes: readonly RealOutcome[];
  winRates: Readonly<Partial<Record<RouterId, ReadonlyMap<string, number>>>>;
  folds: Uint8Array;
}): ReliabilityArtifact {
  const happened = options.outcomes.map(({ outcome }) => outcome);
  const measure = (winRates: readonly number[]) => reliability({ winRates, outcomes: happened });
  const routers = ROUTER_IDS.flatMap((id) => {
    const scored = options.winRates[id];
    if (scored === undefined || happened.length === 0) return [];
    const winRates = options.outcomes.map(({ prompt }) => scored.get(prompt) ?? Number.NaN);
    const before = measure(winRates);
    if (UNSCALED.includes(id)) return [[id, { before, after: before }] as const];
    const fitOn = (rows: readonly number[]): WinRateScale =>
      fitWinRateScale(
        rows.map((row) => winRates[row] ?? 0.5),
        rows.map((row) => happened[row] ?? 0.5),
      );
    const heldOut = crossFit({
      folds: options.folds,
      fitOn: (rows) => {
        const scale = fitOn(rows);
        return (row) => scaleWinRate(winRates[row] ?? 0.5, scale);
      },
    });
    const after = measure([...heldOut]);
    const scale = fitOn(happened.map((_, row) => row));
    // A scale that mends nothing on outcomes it did not see, or that flattens all win rates, is not shipped.
    const keepsApart = STUDENTS.includes(id) || scale.slope >= LEAST_SLOPE;
    const helps = after.error < before.error && keepsApart;
    return [[id, helps ? { scale, before, after } : { before, after: before }] as const];
  });
  return {
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    sources: [...groupBy(options.outcomes, ({ source }) => source)].map(([name, list]) => ({
      name,
      battles: list.length,
    })),
    routers: Object.fromEntries(routers),
  };
}
