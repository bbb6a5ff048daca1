import { z } from "zod";
import { goldenLineSchema } from "./data-lines";

const share = z.number({ error: "must be a number from 0 to 1" }).min(0).max(1);

/**
 * A row of a user's own table of outcomes: a golden line held to what battles need (a prompt, scores in [0, 1], an id
 * of its own). Remembers the ids it has seen, so make a new schema for each table.
 */
export function createOutcomeLineSchema() {
  const seen = new Set<string>();
  return goldenLineSchema
    .extend({
      id: z.string().min(1, { error: "is empty; every row needs an id" }),
      prompt: z.string().refine((prompt) => prompt.trim() !== "", { error: "is empty; every row needs a prompt" }),
      category: z.string().default(""),
      scores: z.record(z.string().min(1), share.nullable()),
    })
    .superRefine(({ id }, context) => {
      if (seen.has(id)) {
        const message = `${JSON.stringify(id)} stands in an earlier row too; every row needs an id of its own`;
        context.addIssue({ code: "custom", path: ["id"], message });
      }
      seen.add(id);
    });
}
