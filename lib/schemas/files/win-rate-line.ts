import { z } from "zod";

/** One line of a win-rate file: what somebody else's router says of one benchmark question. */
export const winRateLineSchema = z.object({ id: z.string(), winRate: z.number().min(0).max(1) });
