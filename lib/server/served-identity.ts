import "server-only";
import type { RouterId } from "@/lib/domain/router-id";
import { artifactManifestSchema } from "@/lib/schemas/artifact-manifest";
import type { HandOver } from "@/lib/schemas/saved-calibration";
import { readArtifact } from "@/lib/storage/read-artifact";
import { activeArtifactsDirectory } from "./active-artifacts";
import { getAlternatives } from "./alternatives";

/** What scores prompts under a router's id: α means something for exactly these weights. */
export type ServedIdentity = {
  readonly artifacts: HandOver["artifacts"];
  /** In words, for each router that another one stands in for. */
  readonly standIns: ReadonlyMap<RouterId, string>;
};

/** Read anew at each call, as new artifacts may be put there meanwhile. */
export async function readServedIdentity(): Promise<ServedIdentity> {
  const [{ date, seed, schemaVersion }, alternatives] = await Promise.all([
    readArtifact({ directory: activeArtifactsDirectory(), path: "manifest.json", schema: artifactManifestSchema }),
    getAlternatives(),
  ]);
  const standIns = new Map([...alternatives].map(([id, { card }]) => [id, card.what]));
  return { artifacts: { date, seed, schemaVersion }, standIns };
}

/** A calibration, and what stood in for its router then (null: nothing). */
type Calibrated = { readonly handOver: HandOver; readonly standIn: string | null };

/** Whether it was calibrated with the weights that are shipped here now, on which the explorer's figures rest. */
export const isOfShipped = ({ handOver, standIn }: Calibrated, { artifacts }: ServedIdentity): boolean =>
  standIn === null &&
  handOver.artifacts.date === artifacts.date &&
  handOver.artifacts.seed === artifacts.seed &&
  handOver.artifacts.schemaVersion === artifacts.schemaVersion;

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
  return `It was calibrated with the weights of ${date} (seed ${seed}), but this server has those of ${served.artifacts.date} (seed ${served.artifacts.seed}); score the prompts again.`;
}
