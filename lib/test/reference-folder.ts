import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Figures printed by the public implementation; they lie beside the repository, not in it. */
const folder = new URL("../../../shared/reference/", import.meta.url);

/** Tests that need the figures are left out where the folder is absent. */
export const hasReference = existsSync(folder);

export const referencePath = (name: string): string => fileURLToPath(new URL(name, folder));

export const readReference = (name: string): unknown => JSON.parse(readFileSync(referencePath(name), "utf8"));
