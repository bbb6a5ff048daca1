import { defineConfig } from "drizzle-kit";

/** For `npm run migrations`, which writes what has changed in the tables into `drizzle/`; the app applies it at first use. */
export default defineConfig({ dialect: "turso", schema: "./lib/storage/database/tables.ts", out: "./drizzle" });
