import { access } from "node:fs/promises";
import { resolve } from "node:path";
import { type Database, type Durability, openDatabase } from "@/lib/storage/database/open-database";
import { systemErrorCode } from "@/lib/storage/system-error";
import { readDatabaseSettings } from "./env";
import { exitOnFailure } from "./exit-on-failure";
import { oncePerProcess } from "./once-per-process";

const open = (durability: Durability): Promise<Database> =>
  openDatabase(readDatabaseSettings(), resolve(/* turbopackIgnore: true */ "drizzle"), durability);

/** The application's database, opened and brought up to date at first use, which a server makes before it listens. */
export const getDatabase = oncePerProcess("database", () => open("power cut"));

/** The same database over a connection of its own, for records of which there are a thousand a second. */
export const getFastDatabase = oncePerProcess("fast-database", () => open("kill"));

/**
 * Both connections, before anything else of a server begins: what people save, what is spent and what is decided is to
 * have its place before the first request comes.
 */
export const requireDatabase = (): Promise<void> =>
  exitOnFailure(async () => {
    await getDatabase();
    await getFastDatabase();
  });

/** Nobody has saved anything yet: the file is not there, and whoever only looks need not make it. */
export async function isDatabaseAbsent(): Promise<boolean> {
  const settings = readDatabaseSettings();
  if (settings.kind === "server") return false;
  return access(settings.path).then(
    () => false,
    (error: unknown) => systemErrorCode(error) === "ENOENT",
  );
}
