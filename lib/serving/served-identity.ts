import type { RouterId } from "@/lib/domain/router-id";
import { getManifest } from "@/lib/runtime/served-artifacts";
import type { ArtifactManifest } from "@/lib/schemas/artifacts/artifact-manifest";
import { RETRAINED_ROUTERS } from "@/lib/schemas/web/retraining-state";
import type { HandOver } from "@/lib/schemas/web/saved-calibration";
import { formatCounted } from "@/lib/view/shared/format";
import { getAlternatives } from "./alternatives";

/** What scores prompts under a router's id: α means something for exactly these weights. */
export type ServedIdentity = {
  readonly artifacts: HandOver["artifacts"];
  /** Of routers that were retrained: the votes, and the training that they and all others came from. */
  readonly retrained: ArtifactManifest["retrained"];
  /** In words, for each router that another one stands in for. */
  readonly standIns: ReadonlyMap<RouterId, string>;
};

/** Of the artifacts in use now. */
export async function readServedIdentity(): Promise<ServedIdentity> {
  const [{ date, seed, schemaVersion, retrained }, alternatives] = await Promise.all([
    getManifest(),
    getAlternatives(),
  ]);
  const standIns = new Map([...alternatives].map(([id, { card }]) => [id, card.what]));
  return { artifacts: { date, seed, schemaVersion }, retrained, standIns };
}

/** A calibration, and what stood in for its router then (null: nothing). */
type Calibrated = { readonly handOver: HandOver; readonly standIn: string | null };

/** Whether it was calibrated with the weights that this server uses now, on which the explorer's figures rest. */
export function isOfShipped({ handOver, standIn }: Calibrated, { artifacts, retrained }: ServedIdentity): boolean {
  const { date, seed, schemaVersion } = handOver.artifacts;
  if (standIn !== null || schemaVersion !== artifacts.schemaVersion) return false;
  const isOf = (training: { readonly date: string; readonly seed: number }) =>
    date === training.date && seed === training.seed;
  // A training on votes leaves the other routers as they were.
  const isUntouched = !RETRAINED_ROUTERS.some((id) => id === handOver.router);
  return isOf(artifacts) || (retrained !== undefined && isUntouched && isOf(retrained.base));
}

/** Why its α says nothing about the router as it is served now, in one sentence; undefined if it does. */
export function findOutdated(calibrated: Calibrated, served: ServedIdentity): string | undefined {
  const { handOver, standIn } = calibrated;
  const now = served.standIns.get(handOver.router) ?? null;
  if (now !== standIn) {
    const then = standIn === null ? "the shipped router" : "a stand-in for this router";
    const asked = now === null ? "the shipped router" : standIn === null ? "a stand-in for it" : "another one";
    return `It was calibrated with ${then}, but this server asks ${asked}; score the prompts again.`;
  }
  if (standIn !== null || isOfShipped(calibrated, served)) return undefined;
  const { date, seed } = handOver.artifacts;
  const { artifacts, retrained } = served;
  const serves =
    retrained === undefined
      ? `has those of ${artifacts.date} (seed ${artifacts.seed})`
      : `has retrained them on ${formatCounted(retrained.votes, "vote")} on ${artifacts.date}`;
  return `It was calibrated with the weights of ${date} (seed ${seed}), but this server ${serves}; score the prompts again.`;
}
