import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import type { z } from "zod";
import { type OnBadRow, refuseBadRows } from "@/lib/datasets/prompts/bad-rows";
import { RoutingError } from "@/lib/domain/routing-error";

/**
 * Reads a JSON Lines file, gzipped or not, with or without a byte order mark; blank lines are passed over.
 * @param onBadRow hears of each line that is not JSON or not of the schema's shape, and by default throws.
 * @throws RoutingError that names the file and the line of the first bad one, or says why the file cannot be read.
 */
export async function readJsonLines<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  onBadRow: OnBadRow = refuseBadRows,
): Promise<z.infer<Schema>[]> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new RoutingError({
      code: "not_found",
      parameter: path,
      message: `${path} could not be read (${error.code ?? error.message}); it must be a readable JSON Lines file.`,
    });
  });
  const text = (path.endsWith(".gz") ? unzip(path, bytes) : bytes).toString("utf8").replace(/^\uFEFF/, "");
  const rows: z.infer<Schema>[] = [];
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "") return;
    const parsed = parseLine({ path, line, number: index + 1, schema });
    if (parsed instanceof RoutingError) onBadRow(parsed);
    else rows.push(parsed);
  });
  return rows;
}

function unzip(path: string, bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes);
  } catch {
    throw invalid(path, `${path} is not a complete gzip file; fetch it again.`);
  }
}

function parseLine<Schema extends z.ZodType>(options: {
  path: string;
  line: string;
  number: number;
  schema: Schema;
}): z.infer<Schema> | RoutingError {
  const { path, line, number, schema } = options;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return invalid(path, `${path}, line ${number}: not JSON; every line must be one JSON object.`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return invalid(
    path,
    `${path}, line ${number}: ${issue?.path.join(".") || "the line"}: ${issue?.message ?? "wrong shape"}.`,
  );
}

const invalid = (path: string, message: string) => new RoutingError({ code: "invalid_data", parameter: path, message });
