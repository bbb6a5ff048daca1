import { z } from "zod";

/** One prompt of an own calibration sample, as `calibrate --save` writes it: its win rate, and no text. */
export const calibrationLineSchema = z.object({
  winRate: z
    .number({ error: "must be a number from 0 to 1" })
    .min(0, { error: "must be from 0 to 1" })
    .max(1, { error: "must be from 0 to 1" }),
});
