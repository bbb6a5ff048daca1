import { z } from "zod";

/** Name of a folder of retrained routers: the day, and what they were trained on. */
export const routersVersionSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}-[0-9a-f]{12}$/, "must name retrained routers");

/** `routers/choice.json` of the state folder: which retrained routers are in use, and which wait for a decision. */
export const routerChoiceSchema = z.object({
  /** Null: the shipped ones. */
  active: routersVersionSchema.nullable(),
  candidate: routersVersionSchema.nullable(),
  /** sha256 of the shipped manifest that both were trained from: with other shipped routers they say nothing. */
  base: z.string(),
});

export type RouterChoice = z.infer<typeof routerChoiceSchema>;
