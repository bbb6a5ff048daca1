import type { KeySource } from "@/lib/gateway/key-ring";
import type { ApiKey } from "@/lib/schemas/settings/api-key-settings";
import { listKeys, noteKeyUse, type StoredKey } from "@/lib/storage/api-keys";
import type { Database } from "@/lib/storage/database/open-database";

/** The keys of the database as they are looked up at each request. */
export type KeyDirectory = KeySource & {
  /** The next look-up reads them anew. */
  forget(): void;
};

type Found = { readonly id: string; readonly key: ApiKey; readonly until: number };
type Snapshot = { readonly at: number; readonly byHash: ReadonlyMap<string, Found>; readonly hasAny: boolean };

/** What was revoked elsewhere is refused here after so long. */
const FRESH_MS = 500;
/** When a key was last used is written so often at most. */
const NOTE_MS = 60_000;

/**
 * Reads all keys, twice a second at most, and never while nobody asks. A database that cannot be read lets nobody in who is
 * only known there.
 * @param options.database undefined as long as there is none: then there are no keys.
 * @param options.reserved names of other keys, which win.
 */
export function createKeyDirectory(options: {
  readonly database: () => Promise<Database | undefined>;
  readonly reserved: ReadonlySet<string>;
  readonly now?: () => number;
}): KeyDirectory {
  const { database, reserved, now = Date.now } = options;
  let snapshot: Snapshot | undefined;
  let reading: Promise<Snapshot> | undefined;
  const notedAt = new Map<string, number>();

  async function read(): Promise<Snapshot> {
    const at = performance.now();
    const open = await database();
    const kept = open === undefined ? [] : await listKeys(open);
    const byHash = new Map<string, Found>();
    for (const row of kept) {
      if (row.revokedAt !== null || reserved.has(row.name.toLowerCase())) continue;
      const { id, hash, formerHash, formerUntil } = row;
      if (formerHash !== null && formerUntil !== null) {
        byHash.set(formerHash, { id, key: toApiKey(row), until: Date.parse(formerUntil) });
      }
      byHash.set(hash, { id, key: toApiKey(row), until: Number.POSITIVE_INFINITY });
    }
    snapshot = { at, byHash, hasAny: kept.length > 0 };
    return snapshot;
  }

  function look(): Promise<Snapshot> | Snapshot {
    if (snapshot !== undefined && performance.now() - snapshot.at < FRESH_MS) return snapshot;
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function noteUse(id: string): Promise<void> {
    const time = now();
    if (time - (notedAt.get(id) ?? 0) < NOTE_MS) return;
    notedAt.set(id, time);
    const open = await database();
    if (open !== undefined) await noteKeyUse(open, new Map([[id, new Date(time).toISOString()]]));
  }

  return {
    async find(hash) {
      const found = (await look()).byHash.get(hash.toString("hex"));
      if (found === undefined || found.until <= now()) return undefined;
      // A figure for people: no request waits for it, or fails with it.
      void noteUse(found.id).catch(() => notedAt.delete(found.id));
      return found.key;
    },
    async hasAny() {
      try {
        return (await look()).hasAny;
      } catch (error) {
        // What was there is not gone because the database is.
        if (snapshot !== undefined) return snapshot.hasAny;
        throw error;
      }
    },
    forget() {
      snapshot = undefined;
      reading = undefined;
    },
  };
}

const toApiKey = ({ name, hash, requestsPerMinute, dollarsPerMonth }: StoredKey): ApiKey => ({
  ...{ name, hash },
  requestsPerMinute: requestsPerMinute ?? undefined,
  dollarsPerMonth: dollarsPerMonth ?? undefined,
});
