import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { RoutingError } from "@/lib/domain/routing-error";

/** Reads one JSON document of a known shape. @throws RoutingError that names the file and the fault. */
export async function readJson<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new RoutingError({
      code: "invalid_data",
      parameter: path,
      message: `${path} could not be read as JSON (${error instanceof Error ? error.message : "unknown fault"}).`,
    });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new RoutingError({
    code: "invalid_data",
    parameter: path,
    message: `${path}: ${issue?.path.join(".") || "the document"}: ${issue?.message ?? "wrong shape"}.`,
  });
}
