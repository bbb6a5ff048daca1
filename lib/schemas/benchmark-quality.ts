import { z } from "zod";

const shares = z.array(z.number()).length(101);

/** PGR of one router on each benchmark at the shares 0, .01 … 1, with 95 % bootstrap intervals; see lib/evaluation. */
export const benchmarkQualitySchema = z.record(
  z.string(),
  z.object({
    questions: z.int().positive(),
    recovered: shares,
    low: shares,
    high: shares,
  }),
);
