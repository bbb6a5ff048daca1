import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { RoutingError } from "@/lib/domain/routing-error";
import type { KeyLimits } from "@/lib/schemas/web/api-key-requests";
import type { Database } from "./database/open-database";
import { apiKeys } from "./database/tables";

/** A key as it is kept: by its SHA-256 hash. */
export type StoredKey = typeof apiKeys.$inferSelect;

/** Who did something, and when (ISO 8601). */
type Act = { readonly by: string; readonly at: string };

/** All keys, those that were revoked too, in the order in which they were made. */
export const listKeys = (database: Database): Promise<StoredKey[]> =>
  database.query((tables) => tables.select().from(apiKeys).orderBy(asc(apiKeys.number)));

/** @throws RoutingError `conflict` if there is, or was, a key of this name: what it spent is counted by name. */
export async function keepKey(
  database: Database,
  { id, name, hash, limits, by, at }: Act & { id: string; name: string; hash: string; limits: KeyLimits },
): Promise<void> {
  const { requestsPerMinute, dollarsPerMonth } = limits;
  const made = await database.query((tables) =>
    tables.all<{ id: string }>(sql`
      insert into ${apiKeys} (id, name, hash, requests_per_minute, dollars_per_month, created_at, created_by)
      select ${id}, ${name}, ${hash}, ${requestsPerMinute}, ${dollarsPerMonth}, ${at}, ${by}
      where not exists (select 1 from ${apiKeys} where lower(name) = lower(${name}))
      returning id`),
  );
  if (made.length > 0) return;
  const message = `There is a key named ${name}, or was one; choose another name.`;
  throw new RoutingError({ code: "conflict", parameter: "name", message });
}

/** Changes one that is not revoked. @throws RoutingError `not_found`. */
async function change(
  database: Database,
  id: string,
  values: Partial<Omit<StoredKey, "number" | "id" | "formerHash">> & { readonly keepFormer?: boolean },
): Promise<StoredKey> {
  const { keepFormer, ...changed } = values;
  const [row] = await database.query((tables) =>
    tables
      .update(apiKeys)
      .set({ ...changed, ...(keepFormer !== undefined && { formerHash: keepFormer ? sql`${apiKeys.hash}` : null }) })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .returning(),
  );
  if (row !== undefined) return row;
  const message = "There is no such key, or it was revoked meanwhile.";
  throw new RoutingError({ code: "not_found", parameter: "id", message });
}

export const changeKeyLimits = (database: Database, { id, limits, by, at }: Act & { id: string; limits: KeyLimits }) =>
  change(database, id, { ...limits, changedAt: at, changedBy: by });

/** @param rotation.formerUntil until when the key that was works beside the new one; null: it ends at once. */
export const rotateKey = (
  database: Database,
  { id, hash, formerUntil, by, at }: Act & { id: string; hash: string; formerUntil: string | null },
) => change(database, id, { hash, formerUntil, keepFormer: formerUntil !== null, changedAt: at, changedBy: by });

export const revokeKey = (database: Database, { id, by, at }: Act & { id: string }) =>
  change(database, id, { revokedAt: at, changedAt: at, changedBy: by });

/** Notes that keys were used; the latest time stays. */
export async function noteKeyUse(database: Database, used: ReadonlyMap<string, string>): Promise<void> {
  for (const [id, at] of used) {
    await database.query((tables) =>
      tables
        .update(apiKeys)
        .set({ lastUsedAt: at })
        .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), gt(sql`${at}`, apiKeys.lastUsedAt)))),
    );
  }
}
