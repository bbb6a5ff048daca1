import { z } from "zod";

/** What a judge must answer. The reasoning comes first, so that the verdict follows from it. */
export const judgeVerdictSchema = z.object({
  reasoning: z.string(),
  winner: z.enum(["first", "second", "tie"]),
});
