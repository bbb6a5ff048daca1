import { join } from "node:path";

/** Where a data folder keeps a public file with question text. */
export const rawFilePath = (options: { directory: string; benchmark: string; file: string }): string =>
  join(options.directory, "raw", options.benchmark, options.file);
