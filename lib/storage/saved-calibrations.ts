import "server-only";
import { and, desc, eq, isNotNull, isNull, ne, notInArray, sql } from "drizzle-orm";
import { z } from "zod";
import { RoutingError } from "@/lib/domain/routing-error";
import { type HandOver, handOverSchema } from "@/lib/schemas/web/saved-calibration";
import { breaksUniqueness } from "./database/database-error";
import type { Database } from "./database/open-database";
import { savedCalibrations } from "./database/tables";
import { readableRows } from "./readable-rows";

/** A calibration as it is kept. */
export type KeptCalibration = {
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
export type KeptDefault = KeptCalibration & { readonly thresholds: readonly number[] | null };

const COLUMNS = {
  id: savedCalibrations.id,
  name: savedCalibrations.name,
  isDefault: savedCalibrations.isDefault,
  savedAt: savedCalibrations.savedAt,
  handOver: savedCalibrations.handOver,
  standIn: savedCalibrations.standIn,
  owner: savedCalibrations.owner,
};

const handOverText = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(handOverSchema);
const thresholdsText = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(z.number()));

const readRow = <Row extends { readonly handOver: string }>(row: Row) => ({
  ...row,
  handOver: handOverText.parse(row.handOver),
});

/** Two names that differ by capitals only are the same name. */
const keyOf = (name: string): string => name.normalize("NFC").toLowerCase();

/** Deleted ones are kept for taking that back: this many, the latest ones of all people. */
const DELETED_KEPT = 50;

/** Stands in for a deleted one's name, which others may take: no name has a line end. */
const deletedKey = (id: string): string => `deleted\n${id}`;

const isThere = isNull(savedCalibrations.deleted);

export const noCalibration = (): RoutingError =>
  new RoutingError({
    code: "not_found",
    parameter: "id",
    message: "There is no such saved calibration; it may have been deleted meanwhile.",
  });

/** Runs a statement that gives a calibration its name. */
async function naming<Result>(name: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (!breaksUniqueness(error, "saved_calibrations.name_key")) throw error;
    const message = `There is already a calibration named “${name}”; choose another name.`;
    throw new RoutingError({ code: "conflict", parameter: "name", message });
  }
}

/** @returns all of them, the newest first. */
export async function listCalibrations(database: Database): Promise<KeptCalibration[]> {
  const rows = await database.query((tables) =>
    tables.select(COLUMNS).from(savedCalibrations).where(isThere).orderBy(desc(savedCalibrations.number)),
  );
  return readableRows("saved_calibrations", rows, readRow);
}

/** @returns the defaults: at most one a router. */
export async function listDefaults(database: Database): Promise<KeptDefault[]> {
  const rows = await database.query((tables) =>
    tables
      .select({ ...COLUMNS, thresholds: savedCalibrations.thresholds })
      .from(savedCalibrations)
      .where(eq(savedCalibrations.isDefault, true)),
  );
  return readableRows("saved_calibrations", rows, (row) => ({
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
export async function findCalibration(database: Database, id: string): Promise<KeptCalibration> {
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
  }: Omit<KeptDefault, "isDefault" | "owner"> & { readonly owner?: string },
): Promise<KeptCalibration> {
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
): Promise<KeptCalibration> {
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
export async function restoreCalibration(database: Database, id: string): Promise<KeptCalibration> {
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
