import { z } from "zod";
import { readReference } from "./reference-folder";

const percent = z.number().transform((value) => value / 100);

/** reference/metrics-a.json: shares become fractions; scores stay in per cent, but for MT-Bench's. */
const referenceSchema = z.record(
  z.string(),
  z.object({
    strong: z.number(),
    weak: z.number(),
    optimal: z.record(z.string(), z.number()),
    routers: z.record(
      z.string(),
      z.object({
        points: z.array(z.object({ threshold: z.number(), strong_percentage: percent, accuracy: z.number() })),
        cpt20: percent,
        cpt50: percent,
        cpt80: percent,
        auc: z.number(),
        apgr: z.number(),
      }),
    ),
  }),
);

/** What the public implementation printed for two pseudo-routers, by benchmark (`mt_bench`) and router. */
export const readMetricsReference = () => referenceSchema.parse(readReference("metrics-a.json"));
