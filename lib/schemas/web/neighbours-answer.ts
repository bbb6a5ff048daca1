import { z } from "zod";
import { ROUTER_IDS } from "@/lib/domain/router-id";

/** Of the routers that have one. */
const winRates = z.partialRecord(z.enum(ROUTER_IDS), z.number().min(0).max(1));

/** What the server answers when asked which prompts are like one: nearest first. */
export const neighboursAnswerSchema = z.object({
  /** All example prompts by id, with the cosine of their words and pieces of words to the prompt's. */
  examples: z.array(z.object({ id: z.string(), similarity: z.number(), winRates })),
  /** The nearest prompts of the calibration sample; cosines are read off sketches and good to about 0.05. */
  sample: z.array(
    z.object({ source: z.string(), id: z.string(), similarity: z.number(), characters: z.number(), winRates }),
  ),
  sampleSize: z.number(),
});

export type NeighboursAnswer = z.infer<typeof neighboursAnswerSchema>;
