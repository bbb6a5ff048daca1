import { z } from "zod";

const dollars = z.number().min(0);
const tokens = z.number().int().min(0);

/**
 * A line of the journal of `augment judge`. Each call leaves two: that it was asked, before any money can be spent, and
 * what became of it. `call` is a digest of everything that makes the call what it is, so that an answer is found again
 * whatever the order of the prompts or the other models.
 */
export const judgeJournalEntrySchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("asked"),
    call: z.string(),
    model: z.string(),
    /** The most it may cost. */
    most: dollars,
  }),
  z.object({
    kind: z.literal("answered"),
    call: z.string(),
    text: z.string(),
    truncated: z.boolean(),
    inputTokens: tokens,
    outputTokens: tokens,
    cost: dollars,
  }),
  z.object({
    kind: z.literal("failed"),
    call: z.string(),
    reason: z.string(),
    /** The provider may have charged for an answer that did not arrive. */
    maybePaid: z.boolean(),
  }),
]);

export type JudgeJournalEntry = z.infer<typeof judgeJournalEntrySchema>;
