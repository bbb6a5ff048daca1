import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Database } from "./database/open-database";
import { keySpending } from "./database/tables";

/** @returns dollars that a key has spent in a month, `2026-11`. */
export async function readSpending(
  database: Database,
  { key, month }: { readonly key: string; readonly month: string },
): Promise<number> {
  const [row] = await database.query((tables) =>
    tables
      .select({ dollars: keySpending.dollars })
      .from(keySpending)
      .where(and(eq(keySpending.key, key), eq(keySpending.month, month))),
  );
  return row?.dollars ?? 0;
}

/** Adds in the database itself, so that instances that add at the same time lose nothing of each other's. */
export async function addSpending(
  database: Database,
  spent: { readonly key: string; readonly month: string; readonly dollars: number },
): Promise<void> {
  await database.query((tables) =>
    tables
      .insert(keySpending)
      .values(spent)
      .onConflictDoUpdate({
        target: [keySpending.key, keySpending.month],
        set: { dollars: sql`${keySpending.dollars} + excluded.dollars` },
      }),
  );
}
