import { and, eq, sql } from "drizzle-orm";
import type { Database } from "./database/open-database";
import { keySpending } from "./database/tables";

/** What an account, a key or a person, has spent in a month, and what is held for its calls. */
export type Spending = { readonly dollars: number; readonly setAside: number };

type Account = { readonly key: string; readonly month: string };

/** @param account.month such as `2026-11`. */
export async function readSpending(database: Database, { key, month }: Account): Promise<Spending> {
  const [row] = await database.query((tables) =>
    tables
      .select({ dollars: keySpending.dollars, setAside: keySpending.setAside })
      .from(keySpending)
      .where(and(eq(keySpending.key, key), eq(keySpending.month, month))),
  );
  return row ?? { dollars: 0, setAside: 0 };
}

/** Of all accounts in a month, by name. */
export async function readSpendingOfMonth(database: Database, month: string): Promise<ReadonlyMap<string, Spending>> {
  const rows = await database.query((tables) => tables.select().from(keySpending).where(eq(keySpending.month, month)));
  return new Map(rows.map(({ key, dollars, setAside }) => [key, { dollars, setAside }]));
}

/**
 * Sets dollars aside if with them what is spent and set aside stays within the limit. One statement decides and does it,
 * so that no two instances are given the same dollars.
 * @returns whether they are set aside.
 */
export async function setAsideSpending(
  database: Database,
  { key, month, dollars, limit }: Account & { readonly dollars: number; readonly limit: number },
): Promise<boolean> {
  const rows = await database.query((tables) =>
    tables.all<{ key: string }>(sql`
      insert into ${keySpending} (key, month, dollars, set_aside)
      select ${key}, ${month}, 0, ${dollars} where ${dollars} <= ${limit}
      on conflict (key, month) do update set set_aside = set_aside + excluded.set_aside
      where max(0, dollars) + max(0, set_aside) + excluded.set_aside <= ${limit}
      returning key`),
  );
  return rows.length > 0;
}

/**
 * Books what was spent, and lets go of what was set aside for it or is not needed.
 * @param booked.released of what this instance has set aside; `spent` of it has become spending.
 */
export async function recordSpending(
  database: Database,
  { key, month, spent, released }: Account & { readonly spent: number; readonly released: number },
): Promise<void> {
  await database.query((tables) =>
    tables
      .insert(keySpending)
      .values({ key, month, dollars: spent, setAside: 0 })
      .onConflictDoUpdate({
        target: [keySpending.key, keySpending.month],
        set: {
          dollars: sql`${keySpending.dollars} + excluded.dollars`,
          setAside: sql`max(0, ${keySpending.setAside} - ${released})`,
        },
      }),
  );
}
