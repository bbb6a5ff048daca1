import { randomUUID } from "node:crypto";
import { maySee } from "@/lib/access/ownership";
import { LOCAL, type Visitor } from "@/lib/access/visitor";
import { RoutingError } from "@/lib/domain/routing-error";
import { getDatabase, isDatabaseAbsent } from "@/lib/runtime/database";
import type { SavedCalibration } from "@/lib/schemas/web/saved-calibration";
import type { ChangeCalibrationRequest, SaveCalibrationRequest } from "@/lib/schemas/web/saved-calibration-request";
import { deleteCalibration, restoreCalibration } from "@/lib/storage/deleted-calibrations";
import { noCalibration, type StoredCalibration } from "@/lib/storage/saved-calibration-rows";
import {
  changeCalibration,
  findCalibration,
  findOwner,
  keepCalibration,
  listCalibrations,
} from "@/lib/storage/saved-calibrations";
import { forgetNamedCalibrations } from "./named-calibrations";
import { findOutdated, readServedIdentity, type ServedIdentity } from "./served-identity";

/** As the pages see it. */
function present({ standIn, owner: _, ...kept }: StoredCalibration, served: ServedIdentity): SavedCalibration {
  const outdated = findOutdated({ handOver: kept.handOver, standIn }, served);
  return { ...kept, ...(outdated === undefined ? {} : { outdated }) };
}

/** All saved calibrations, the newest first; of one visitor, those that they see. */
export async function listSaved(visitor?: Visitor): Promise<SavedCalibration[]> {
  if (await isDatabaseAbsent()) return [];
  const served = await readServedIdentity();
  return (await listCalibrations(await getDatabase()))
    .filter(({ owner }) => visitor === undefined || maySee(visitor, owner))
    .map((kept) => present(kept, served));
}

/** Keeps a calibration of a visitor. @throws RoutingError `conflict` if its name is taken. */
export async function save(
  { name, handOver, thresholds }: SaveCalibrationRequest,
  { id: owner }: Visitor = LOCAL,
): Promise<SavedCalibration> {
  const served = await readServedIdentity();
  const kept = await keepCalibration(await getDatabase(), {
    ...{ id: randomUUID(), name, savedAt: new Date().toISOString(), handOver },
    standIn: served.standIns.get(handOver.router) ?? null,
    ...{ thresholds: thresholds ?? null, owner },
  });
  forgetNamedCalibrations();
  return present(kept, served);
}

/**
 * Renames a calibration, makes it the default of its router, or takes that back.
 * @throws RoutingError `not_found`; `conflict` if the name is taken or it says nothing about the router as it is served.
 */
export async function changeSaved(id: string, change: ChangeCalibrationRequest): Promise<SavedCalibration> {
  const [database, served] = await Promise.all([getDatabase(), readServedIdentity()]);
  if (change.isDefault === true) {
    const outdated = findOutdated(await findCalibration(database, id), served);
    if (outdated !== undefined) {
      const message = `This calibration cannot be the default. ${outdated}`;
      throw new RoutingError({ code: "conflict", parameter: "isDefault", message });
    }
  }
  const { name, isDefault } = change;
  const changed = await changeCalibration(database, { id, name, isDefault });
  forgetNamedCalibrations();
  return present(changed, served);
}

/** @throws RoutingError `not_found` where it is not there, or somebody else's. */
export async function requireOwnSaved(id: string, visitor: Visitor): Promise<StoredCalibration> {
  const found = await findCalibration(await getDatabase(), id);
  if (!maySee(visitor, found.owner)) throw noCalibration();
  return found;
}

/** Takes a deletion back. @throws RoutingError `not_found`; `conflict` if its name is taken by now. */
export async function restoreSaved(id: string, visitor: Visitor = LOCAL): Promise<SavedCalibration> {
  const [database, served] = await Promise.all([getDatabase(), readServedIdentity()]);
  const { owner, deleted } = await findOwner(database, id);
  // One that the whole app decided by comes back as that: for admins, as making it so is.
  if (!maySee(visitor, owner) || (deleted === "default" && visitor.role !== "admin")) throw noCalibration();
  const restored = await restoreCalibration(database, id);
  forgetNamedCalibrations();
  return present(restored, served);
}

/** Its router goes back to the shipped sample if it was the default. @throws RoutingError `not_found`. */
export async function deleteSaved(id: string): Promise<void> {
  await deleteCalibration(await getDatabase(), id);
  forgetNamedCalibrations();
}
