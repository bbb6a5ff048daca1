import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { type Client, createClient } from "@libsql/client";
import { drizzle, type LibSQLDatabase } from "drizzle-orm/libsql";
import { RoutingError } from "@/lib/domain/routing-error";
import { closeToOthers, privateFile, privateFolder } from "@/lib/storage/private-files";
import { applyMigrations } from "./apply-migrations";
import { answering, notMigrated } from "./database-error";

/** Where the application keeps what people save: a file of this machine, or a libSQL server. */
export type DatabaseSettings =
  | { readonly kind: "file" /** Absolute. */; readonly path: string }
  | { readonly kind: "server"; readonly url: string; readonly authToken: string | undefined };

/** An open database with all tables of this program. */
export type Database = {
  /**
   * Runs queries, and turns whatever the database fails with into the one sentence that people read. Several statements
   * that belong together go through `batch`, which is one transaction on a file and on a server.
   */
  query<Result>(run: (database: LibSQLDatabase) => Promise<Result>): Promise<Result>;
  close(): void;
};

/** What a commit to a file outlives: what people save must outlive a power cut, records of single requests a kill. */
export type Durability = "power cut" | "kill";

/** How long a writer waits for another process that writes to the same file. */
const BUSY_MS = 5000;
/** How long a server may take to answer one request. */
const SERVER_MS = 5000;

/**
 * Opens the database, makes it if it is a file that is not there, and applies the migrations in `migrationsFolder` that it
 * lacks. What a file has taken is on the disk before it says so: write-ahead log, synchronised at each commit. That takes
 * milliseconds in which nothing else runs; a log that only outlives a kill is with the operating system instead, and is
 * synchronised now and then: a power cut may take the last records, and leaves the file whole.
 *
 * @throws RoutingError `storage_unusable`.
 */
export async function openDatabase(
  settings: DatabaseSettings,
  migrationsFolder: string,
  durability: Durability = "power cut",
): Promise<Database> {
  const place = settings.kind === "file" ? settings.path : new URL(settings.url).host;
  const answer = answering(place);
  const client = await answer(() => connect(settings, durability));
  const database = drizzle(client);
  try {
    await answer(() => applyMigrations(database, migrationsFolder));
  } catch (error) {
    client.close();
    throw error instanceof RoutingError ? error : notMigrated(place, error);
  }
  return { query: (run) => answer(() => run(database)), close: () => client.close() };
}

async function connect(settings: DatabaseSettings, durability: Durability): Promise<Client> {
  if (settings.kind === "server") {
    const { url, authToken } = settings;
    // The client itself waits for ever.
    const withinTime = (request: Request) => fetch(request, { signal: AbortSignal.timeout(SERVER_MS) });
    return createClient({ url, ...(authToken === undefined ? {} : { authToken }), fetch: withinTime });
  }
  await privateFolder(dirname(settings.path));
  // SQLite gives its other files the mode of the first; those of an earlier build may be there. What cannot be opened,
  // it says itself.
  await privateFile(settings.path).catch(() => undefined);
  for (const end of ["-wal", "-shm"]) await closeToOthers(settings.path + end);
  // One connection: its settings hold for every statement, and statements on a file are not run side by side anyway.
  const client = createClient({ url: pathToFileURL(settings.path).href, timeout: BUSY_MS, concurrency: 1 });
  try {
    await client.execute("PRAGMA journal_mode = WAL");
    await client.execute(`PRAGMA synchronous = ${durability === "kill" ? "NORMAL" : "FULL"}`);
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}
