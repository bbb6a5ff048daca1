import { createHash, randomBytes, randomUUID } from "node:crypto";
import { RoutingError } from "@/lib/domain/routing-error";
import { monthOf } from "@/lib/gateway/spending-ledger";
import { getDatabase, isDatabaseAbsent } from "@/lib/runtime/database";
import { readEndpointSettings } from "@/lib/runtime/env";
import { perProcess } from "@/lib/runtime/once-per-process";
import type { CreateKeyRequest, KeyLimits, KeyView, NewKey } from "@/lib/schemas/web/api-key-requests";
import { changeKeyLimits, keepKey, listKeys, revokeKey, rotateKey } from "@/lib/storage/api-keys";
import { readSpendingOfMonth } from "@/lib/storage/key-spending";
import { createKeyDirectory } from "./key-directory";
import type { Visitor } from "./visitor";

/** The one of this process. */
export const keyDirectory = perProcess("key-directory", () =>
  createKeyDirectory({
    database: async () => ((await isDatabaseAbsent()) ? undefined : getDatabase()),
    reserved: new Set(readEndpointSettings().keys.map(({ name }) => name.toLowerCase())),
  }),
);

const HOUR_MS = 3_600_000;
const act = ({ name }: Pick<Visitor, "name">) => ({ by: name, at: new Date().toISOString() });

/** A key that nobody can guess, and what is kept of it. */
function makeKey(): { readonly key: string; readonly hash: string } {
  const key = `rk-${randomBytes(30).toString("base64url")}`;
  return { key, hash: createHash("sha256").update(key).digest("hex") };
}

/** Those of the database, then those of the environment; with what they have spent this month. */
export async function listKeyViews(): Promise<KeyView[]> {
  const configured = readEndpointSettings().keys;
  const names = new Set(configured.map(({ name }) => name.toLowerCase()));
  const database = (await isDatabaseAbsent()) ? undefined : await getDatabase();
  const kept = database === undefined ? [] : await listKeys(database);
  const spending = database === undefined ? new Map() : await readSpendingOfMonth(database, monthOf(Date.now()));
  const spentBy = (name: string) => {
    const { dollars = 0, setAside = 0 } = spending.get(name) ?? {};
    return { spent: dollars, setAside };
  };
  const own = kept.map(({ number: _, hash: _hash, formerHash, formerUntil, ...row }) => ({
    ...row,
    formerUntil: formerHash === null ? null : formerUntil,
    ...spentBy(row.name),
    shadowed: names.has(row.name.toLowerCase()),
  }));
  const others = configured.map(({ name, requestsPerMinute = null, dollarsPerMonth = null }) => ({
    ...{ id: null, name, requestsPerMinute, dollarsPerMonth, createdAt: null, createdBy: null, changedAt: null },
    ...{ changedBy: null, lastUsedAt: null, formerUntil: null, revokedAt: null, ...spentBy(name), shadowed: false },
  }));
  return [...own, ...others];
}

/** @throws RoutingError `conflict` if the name is taken, here or in `ROUTELLM_API_KEYS`. */
export async function createKey({ name, ...limits }: CreateKeyRequest, admin: Visitor): Promise<NewKey> {
  const taken = readEndpointSettings().keys.some((key) => key.name.toLowerCase() === name.toLowerCase());
  if (taken) {
    const message = `ROUTELLM_API_KEYS has a key named ${name}; choose another name.`;
    throw new RoutingError({ code: "conflict", parameter: "name", message });
  }
  const { key, hash } = makeKey();
  await keepKey(await getDatabase(), { id: randomUUID(), name, hash, limits, ...act(admin) });
  keyDirectory().forget();
  return { name, key };
}

export async function changeLimits(id: string, limits: KeyLimits, admin: Visitor): Promise<void> {
  await changeKeyLimits(await getDatabase(), { id, limits, ...act(admin) });
  keyDirectory().forget();
}

/** @param keepHours for which the old key works beside the new one. */
export async function rotate(id: string, keepHours: number, admin: Visitor): Promise<NewKey> {
  const { key, hash } = makeKey();
  const formerUntil = keepHours === 0 ? null : new Date(Date.now() + keepHours * HOUR_MS).toISOString();
  const { name } = await rotateKey(await getDatabase(), { id, hash, formerUntil, ...act(admin) });
  keyDirectory().forget();
  return { name, key };
}

export async function revoke(id: string, admin: Visitor): Promise<void> {
  await revokeKey(await getDatabase(), { id, ...act(admin) });
  keyDirectory().forget();
}
