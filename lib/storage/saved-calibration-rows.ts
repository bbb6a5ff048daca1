import { isNull } from "drizzle-orm";
import { z } from "zod";
import { RoutingError } from "@/lib/domain/routing-error";
import { type HandOver, handOverSchema } from "@/lib/schemas/web/saved-calibration";
import { breaksUniqueness } from "./database/database-error";
import { savedCalibrations } from "./database/tables";

/** A calibration as it is kept. */
export type StoredCalibration = {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  readonly handOver: HandOver;
  /** What stood in for the shipped router when it was calibrated; null for the shipped one. */
  readonly standIn: string | null;
  /** The id of whoever saved it. */
  readonly owner: string;
};

/** With its α for each target share 0, .001 … 1; null where only the hand-over's one is known. */
export type StoredDefault = StoredCalibration & { readonly thresholds: readonly number[] | null };

export const COLUMNS = {
  id: savedCalibrations.id,
  name: savedCalibrations.name,
  isDefault: savedCalibrations.isDefault,
  savedAt: savedCalibrations.savedAt,
  handOver: savedCalibrations.handOver,
  standIn: savedCalibrations.standIn,
  owner: savedCalibrations.owner,
};

export const handOverText = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(handOverSchema);
export const thresholdsText = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(z.number()));

export const readRow = <Row extends { readonly handOver: string }>(row: Row) => ({
  ...row,
  handOver: handOverText.parse(row.handOver),
});

/** Two names that differ by capitals only are the same name. */
export const keyOf = (name: string): string => name.normalize("NFC").toLowerCase();

export const isThere = isNull(savedCalibrations.deleted);

export const noCalibration = (): RoutingError =>
  new RoutingError({
    code: "not_found",
    parameter: "id",
    message: "There is no such saved calibration; it may have been deleted meanwhile.",
  });

/** Runs a statement that gives a calibration its name. */
export async function naming<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!breaksUniqueness(error, "saved_calibrations.name_key")) throw error;
    const message = `There is already a calibration named “${name}”; choose another name.`;
    throw new RoutingError({ code: "conflict", parameter: "name", message });
  }
}
