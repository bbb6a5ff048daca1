import "server-only";
import { randomUUID } from "node:crypto";
import { RoutingError } from "@/lib/domain/routing-error";
import type { SavedCalibration } from "@/lib/schemas/saved-calibration";
import type { ChangeCalibrationRequest, SaveCalibrationRequest } from "@/lib/schemas/saved-calibration-request";
import {
  changeCalibration,
  deleteCalibration,
  findCalibration,
  type KeptCalibration,
  keepCalibration,
  listCalibrations,
  restoreCalibration,
} from "@/lib/storage/saved-calibrations";
import { getDatabase, isDatabaseAbsent } from "./database";
import { findOutdated, readServedIdentity, type ServedIdentity } from "./served-identity";

/** As the pages see it. */
function present({ standIn, ...kept }: KeptCalibration, served: ServedIdentity): SavedCalibration {
  const outdated = findOutdated({ handOver: kept.handOver, standIn }, served);
  return { ...kept, ...(outdated === undefined ? {} : { outdated }) };
}

/** All saved calibrations, the newest first. */
export async function listSaved(): Promise<SavedCalibration[]> {
  if (await isDatabaseAbsent()) return [];
  const served = await readServedIdentity();
  return (await listCalibrations(await getDatabase())).map((kept) => present(kept, served));
}

/** Keeps a calibration. @throws RoutingError `conflict` if its name is taken. */
export async function save({ name, handOver, thresholds }: SaveCalibrationRequest): Promise<SavedCalibration> {
  const served = await readServedIdentity();
  const kept = await keepCalibration(await getDatabase(), {
    ...{ id: randomUUID(), name, savedAt: new Date().toISOString(), handOver },
    standIn: served.standIns.get(handOver.router) ?? null,
    thresholds: thresholds ?? null,
  });
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
  return present(await changeCalibration(database, { id, name, isDefault }), served);
}

/** Takes a deletion back. @throws RoutingError `not_found`; `conflict` if its name is taken by now. */
export async function restoreSaved(id: string): Promise<SavedCalibration> {
  const [database, served] = await Promise.all([getDatabase(), readServedIdentity()]);
  return present(await restoreCalibration(database, id), served);
}

/** Its router goes back to the shipped sample if it was the default. @throws RoutingError `not_found`. */
export async function deleteSaved(id: string): Promise<void> {
  await deleteCalibration(await getDatabase(), id);
}
