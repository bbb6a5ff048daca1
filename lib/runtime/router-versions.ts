import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import { artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import {
  COMPARISON_PATH,
  type RetrainingComparison,
  type RetrainingStatus,
  retrainingComparisonSchema,
} from "@/lib/schemas/web/retraining-state";
import { checkArtifacts, MANIFEST_PATH } from "@/lib/storage/check-artifacts";
import { readArtifact } from "@/lib/storage/read-artifact";
import {
  activeArtifactsDirectory,
  chooseRouters,
  readRouterChoice,
  routersDirectory,
  versionDirectory,
} from "./active-artifacts";

/** What serves now, in the words of its manifest. */
export async function readServedRouters(): Promise<RetrainingStatus["served"]> {
  const directory = activeArtifactsDirectory();
  const { date, retrained } = await readArtifact({ directory, path: MANIFEST_PATH, schema: artifactManifestSchema });
  return retrained === undefined ? { kind: "shipped", date } : { kind: "retrained", date, votes: retrained.votes };
}

/** The routers that wait for a decision, with what they change; undefined if there are none. */
export async function readCandidate(): Promise<{ version: string; comparison: RetrainingComparison } | undefined> {
  const version = readRouterChoice()?.candidate ?? null;
  if (version === null) return undefined;
  const directory = versionDirectory(version);
  return {
    version,
    comparison: await readArtifact({ directory, path: COMPARISON_PATH, schema: retrainingComparisonSchema }),
  };
}

/** Lets new routers wait for a decision. */
export const offerRouters = (version: string): Promise<void> =>
  chooseRouters({ active: readRouterChoice()?.active ?? null, candidate: version });

/** Forgets those that wait; what serves goes on. */
export async function discardCandidate(): Promise<void> {
  const choice = readRouterChoice();
  if (choice === undefined || choice.candidate === null) return;
  await chooseRouters({ active: choice.active, candidate: null });
}

/**
 * Puts the routers that wait to use, once every file of theirs is whole.
 * @throws RoutingError `conflict` if other ones wait than those that were seen, or none.
 */
export async function confirmRouters(version: string): Promise<void> {
  const candidate = readRouterChoice()?.candidate ?? null;
  if (candidate !== version) {
    const message =
      candidate === null
        ? "No new routers wait for a decision; train them first."
        : "Other routers have been trained since you looked; look at what they change, then decide.";
    throw new RoutingError({ code: "conflict", parameter: "version", message });
  }
  await checkArtifacts(versionDirectory(version));
  await chooseRouters({ active: version, candidate: null });
}

/** Goes back to the shipped routers, whatever was chosen. */
export const returnToShipped = (): Promise<void> => chooseRouters({ active: null, candidate: null });

/** Deletes what neither serves nor waits: routers that were left behind, and halves of what a kill interrupted. */
export async function sweepVersions(): Promise<void> {
  const choice = readRouterChoice();
  const entries = await readdir(routersDirectory(), { withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name === choice?.active || entry.name === choice?.candidate) continue;
    await rm(join(routersDirectory(), entry.name), { recursive: true, force: true });
  }
}
