import { and, desc, eq, isNotNull, ne, notInArray, sql } from "drizzle-orm";
import type { Database } from "./database/open-database";
import { savedCalibrations } from "./database/tables";
import {
  COLUMNS,
  isThere,
  keyOf,
  naming,
  noCalibration,
  readRow,
  type StoredCalibration,
} from "./saved-calibration-rows";

/** Deleted ones are kept for taking that back: this many, the latest ones of all people. */
const DELETED_KEPT = 50;

/** Stands in for a deleted one's name, which others may take: no name has a line end. */
const deletedKey = (id: string): string => `deleted\n${id}`;

/** Its name is free from then on; {@link restoreCalibration} takes it back. @throws RoutingError `not_found`. */
export async function deleteCalibration(database: Database, id: string): Promise<void> {
  const [deleted] = await database.query((tables) =>
    tables.batch([
      tables
        .update(savedCalibrations)
        .set({
          deleted: sql`CASE WHEN ${savedCalibrations.isDefault} = 1 THEN 'default' ELSE 'plain' END`,
          isDefault: false,
          nameKey: deletedKey(id),
        })
        .where(and(eq(savedCalibrations.id, id), isThere))
        .returning({ id: savedCalibrations.id }),
      tables
        .delete(savedCalibrations)
        .where(
          and(
            isNotNull(savedCalibrations.deleted),
            ne(savedCalibrations.id, id),
            notInArray(
              savedCalibrations.number,
              tables
                .select({ number: savedCalibrations.number })
                .from(savedCalibrations)
                .where(isNotNull(savedCalibrations.deleted))
                .orderBy(desc(savedCalibrations.number))
                .limit(DELETED_KEPT),
            ),
          ),
        ),
    ]),
  );
  if (deleted.length === 0) throw noCalibration();
}

/**
 * Takes a deletion back: the same calibration under the same name, and its router's default again if it was and no other
 * has become that meanwhile.
 * @throws RoutingError `not_found`, or `conflict` if another one has its name now.
 */
export async function restoreCalibration(database: Database, id: string): Promise<StoredCalibration> {
  const { query } = database;
  const [found] = await query((tables) =>
    tables
      .select({ name: savedCalibrations.name })
      .from(savedCalibrations)
      .where(and(eq(savedCalibrations.id, id), isNotNull(savedCalibrations.deleted))),
  );
  if (found === undefined) throw noCalibration();
  const hasDefault = sql`EXISTS (SELECT 1 FROM saved_calibrations AS other WHERE other.router = ${savedCalibrations.router} AND other.is_default = 1)`;
  const [row] = await naming(found.name, () =>
    query((tables) =>
      tables
        .update(savedCalibrations)
        .set({
          isDefault: sql`${savedCalibrations.deleted} = 'default' AND NOT ${hasDefault}`,
          deleted: null,
          nameKey: keyOf(found.name),
        })
        .where(and(eq(savedCalibrations.id, id), isNotNull(savedCalibrations.deleted)))
        .returning(COLUMNS),
    ),
  );
  if (row === undefined) throw noCalibration();
  return readRow(row);
}
