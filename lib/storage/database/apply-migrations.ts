import type { LibSQLDatabase } from "drizzle-orm/libsql";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { sql } from "drizzle-orm/sql";
import { RoutingError } from "@/lib/domain/routing-error";

/** Drizzle's own table, so that its tools understand the database. */
const HISTORY = sql.identifier("__drizzle_migrations");

/**
 * Brings the database to this program's tables, in one transaction that excludes every other writer from its beginning
 * (Drizzle's own `migrate` looks first and locks later): of two processes that start together, on one machine or two, the
 * second waits and finds nothing left to do.
 *
 * @param folder as drizzle-kit writes it: `meta/_journal.json` and one SQL file a migration.
 * @throws RoutingError `storage_unusable` if a newer program has changed the tables.
 */
export async function applyMigrations(database: LibSQLDatabase, folder: string): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  const newest = migrations.at(-1)?.folderMillis ?? 0;
  await database.transaction(async (transaction) => {
    await transaction.run(
      sql`CREATE TABLE IF NOT EXISTS ${HISTORY} (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
    );
    const [row] = await transaction.values<[number | null]>(sql`SELECT max(created_at) FROM ${HISTORY}`);
    const applied = Number(row?.[0] ?? 0);
    if (applied > newest) {
      throw new RoutingError({
        code: "storage_unusable",
        parameter: "DATABASE_URL",
        message:
          "The database was last used by a newer version of this program; run that one, or use another database (DATABASE_URL, ROUTELLM_STATE).",
      });
    }
    for (const { folderMillis, hash, sql: statements } of migrations) {
      if (folderMillis <= applied) continue;
      for (const statement of statements) await transaction.run(sql.raw(statement));
      await transaction.run(sql`INSERT INTO ${HISTORY} (hash, created_at) VALUES (${hash}, ${folderMillis})`);
    }
  });
}
