import { existsSync } from "node:fs";
import { join } from "node:path";

/**
 * Takes variables from `.env.local` and `.env` as the application does, for programs that Next does not start: what is
 * set already stays, the first file wins.
 */
export function loadEnvFiles(directory: string): void {
  for (const name of [".env.local", ".env"]) {
    const file = join(directory, name);
    if (existsSync(file)) process.loadEnvFile(file);
  }
}
