import "server-only";
import { resolve } from "node:path";
import { type Database, openDatabase } from "@/lib/storage/database/open-database";
import { readDatabaseSettings } from "./env";
import { once } from "./once";

/** The application's database, opened and brought up to date at first use; what failed is tried again at the next. */
export const getDatabase = once(
  (): Promise<Database> => openDatabase(readDatabaseSettings(), resolve(/* turbopackIgnore: true */ "drizzle")),
);
