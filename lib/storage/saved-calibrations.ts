import { and, desc, eq, ne, sql } from "drizzle-orm";
import type { HandOver } from "@/lib/schemas/web/saved-calibration";
import type { Database } from "./database/open-database";
import { savedCalibrations } from "./database/tables";
import { parseRows } from "./parse-rows";
import {
  COLUMNS,
  handOverText,
  isThere,
  keyOf,
  naming,
  noCalibration,
  readRow,
  type StoredCalibration,
  type StoredDefault,
  thresholdsText,
} from "./saved-calibration-rows";

/** @returns all of them, the newest first. */
export async function listCalibrations(database: Database): Promise<StoredCalibration[]> {
  const rows = await database.query((tables) =>
    tables.select(COLUMNS).from(savedCalibrations).where(isThere).orderBy(desc(savedCalibrations.number)),
  );
  return parseRows("saved_calibrations", rows, readRow);
}

/** @returns the defaults: at most one a router. */
export async function listDefaults(database: Database): Promise<StoredDefault[]> {
  const rows = await database.query((tables) =>
    tables
      .select({ ...COLUMNS, thresholds: savedCalibrations.thresholds })
      .from(savedCalibrations)
      .where(eq(savedCalibrations.isDefault, true)),
  );
  return parseRows("saved_calibrations", rows, (row) => ({
    ...readRow(row),
    thresholds: row.thresholds === null ? null : thresholdsText.parse(row.thresholds),
  }));
}

/** @returns the hand-over of the calibration that is called exactly so: one look into the index of names. */
export async function findHandOver(database: Database, name: string): Promise<HandOver | undefined> {
  const [row] = await database.query((tables) =>
    tables
      .select({ handOver: savedCalibrations.handOver })
      .from(savedCalibrations)
      .where(and(eq(savedCalibrations.nameKey, keyOf(name)), eq(savedCalibrations.name, name), isThere)),
  );
  return row === undefined ? undefined : handOverText.parse(row.handOver);
}

/** @throws RoutingError `not_found`. */
export async function findCalibration(database: Database, id: string): Promise<StoredCalibration> {
  const [row] = await database.query((tables) =>
    tables
      .select(COLUMNS)
      .from(savedCalibrations)
      .where(and(eq(savedCalibrations.id, id), isThere)),
  );
  if (row === undefined) throw noCalibration();
  return readRow(row);
}

/** @returns whose it is, also of a deleted one, and whether it was deleted as a default. @throws RoutingError `not_found`. */
export async function findOwner(
  database: Database,
  id: string,
): Promise<{ readonly owner: string; readonly deleted: string | null }> {
  const { owner, deleted } = savedCalibrations;
  const [row] = await database.query((tables) =>
    tables.select({ owner, deleted }).from(savedCalibrations).where(eq(savedCalibrations.id, id)),
  );
  if (row === undefined) throw noCalibration();
  return row;
}

/**
 * Keeps a calibration; once this is done, it is on the disk.
 * @throws RoutingError `conflict` if its name is taken.
 */
export async function keepCalibration(
  database: Database,
  {
    thresholds,
    owner = "local",
    ...calibration
  }: Omit<StoredDefault, "isDefault" | "owner"> & { readonly owner?: string },
): Promise<StoredCalibration> {
  const { name, handOver } = calibration;
  await naming(name, () =>
    database.query((tables) =>
      tables.insert(savedCalibrations).values({
        ...calibration,
        owner,
        nameKey: keyOf(name),
        router: handOver.router,
        handOver: JSON.stringify(handOver),
        thresholds: thresholds === null ? null : JSON.stringify(thresholds),
      }),
    ),
  );
  return { ...calibration, owner, isDefault: false };
}

/**
 * Renames a calibration, or makes it its router's default in place of the former one, or no longer so: all or nothing.
 * @throws RoutingError `not_found`, or `conflict` if the name is taken.
 */
export async function changeCalibration(
  database: Database,
  {
    id,
    name,
    isDefault,
  }: { readonly id: string; readonly name: string | undefined; readonly isDefault: boolean | undefined },
): Promise<StoredCalibration> {
  const { query } = database;
  const changed = await naming(name ?? "", () =>
    query(async (tables) => {
      const sameRouter = sql`${savedCalibrations.router} = (SELECT router FROM saved_calibrations WHERE id = ${id} AND deleted IS NULL)`;
      const [, rows] = await tables.batch([
        // First of all a write, so that the lock is taken at once and not after a look that is outdated by then.
        tables
          .update(savedCalibrations)
          .set({ isDefault: false })
          .where(and(sameRouter, ne(savedCalibrations.id, id), isDefault === true ? undefined : sql`false`)),
        tables
          .update(savedCalibrations)
          .set({
            id,
            ...(name === undefined ? {} : { name, nameKey: keyOf(name) }),
            ...(isDefault === undefined ? {} : { isDefault }),
          })
          .where(and(eq(savedCalibrations.id, id), isThere))
          .returning(COLUMNS),
      ]);
      return rows;
    }),
  );
  const [row] = changed;
  if (row === undefined) throw noCalibration();
  return readRow(row);
}
