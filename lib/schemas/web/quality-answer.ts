import { z } from "zod";

const shares = z.array(z.number()).length(101);

/** What a router keeps of the gap on each benchmark, see lib/evaluation/gap-recovered-band, and its α there. */
export const benchmarkQualitySchema = z.record(
  z.string(),
  z.object({
    band: z.object({ strongShares: shares, recovered: shares, low: shares, high: shares }),
    /** (101) win rates of the benchmark's questions at the quantiles 0, .01 … 1, ascending. */
    winRates: shares,
  }),
);
