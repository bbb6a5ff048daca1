import { z } from "zod";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import { artifactUnusable } from "./artifact-unusable";
import { readArtifactFile } from "./read-artifact-file";

/**
 * Reads `<directory>/<path>` and parses it with `schema`.
 * @throws RoutingError `artifact_unusable` if the file is missing, unreadable, not whole JSON, of another version, or
 * of another shape; its message is one line with the file and the remedy.
 */
export async function readArtifact<Schema extends z.ZodType>(options: {
  directory: string;
  path: string;
  schema: Schema;
}): Promise<z.infer<Schema>> {
  const unusable = (problem: string) => artifactUnusable({ ...options, problem });

  const text = (await readArtifactFile(options)).toString("utf8");

  const value = parseJson(text);
  if (value === undefined) {
    throw unusable(text.trim() === "" ? "is empty" : "is not whole JSON (truncated or damaged)");
  }

  // The version first: a file of another version fails the schema in many places, none of which is the reason.
  const versioned = z.object({ schemaVersion: z.number() }).safeParse(value);
  if (versioned.success && versioned.data.schemaVersion !== ARTIFACT_SCHEMA_VERSION) {
    const found = versioned.data.schemaVersion;
    throw unusable(`has schema version ${found} where this code reads version ${ARTIFACT_SCHEMA_VERSION}`);
  }

  const parsed = options.schema.safeParse(value);
  if (parsed.success) {
    return parsed.data;
  }
  const issue = parsed.error.issues[0];
  throw unusable(
    `has the wrong shape (at ${issue?.path.join(".") || "its top level"}: ${issue?.message ?? "unknown"})`,
  );
}

/** @returns undefined, which JSON cannot hold, where `text` is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}
