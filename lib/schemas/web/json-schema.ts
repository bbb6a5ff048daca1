import type { JSONSchema7 } from "@ai-sdk/provider";
import { z } from "zod";

/** Deeper values are nobody's tool or answer; walking them would run out of stack. */
const MOST_LEVELS = 64;

/** Whether a parsed JSON value nests deeper than any honest one; walks it without recursion, so it cannot overflow. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MOST_LEVELS) return true;
    level = level.flatMap((inner) => (typeof inner === "object" && inner !== null ? Object.values(inner) : []));
  }
  return false;
}

/** A JSON Schema as it came: what is in it is for the model's provider to judge. */
export const jsonSchema = z.custom<JSONSchema7>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value) && !isTooDeep(value),
  { error: `must be a JSON Schema: an object, nested at most ${MOST_LEVELS} levels deep` },
);
