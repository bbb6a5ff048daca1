import { z } from "zod";
import { routingFactsSchema } from "./routing-notes";

const dollars = z.number().nonnegative();
const tokens = z.int().nonnegative();

/** What an answer took, in dollars at the configured prices. */
export const answerBillSchema = z.object({
  inputTokens: tokens,
  outputTokens: tokens,
  cost: dollars,
  /** What the same tokens would have cost at either model. */
  alwaysStrong: dollars,
  alwaysWeak: dollars,
});
export type AnswerBill = z.infer<typeof answerBillSchema>;

/** What comes with an answer on the chat page: how it came about before its first word, what it took after its last. */
export const answerNotesSchema = z.object({
  facts: routingFactsSchema,
  /** Absent while the answer is on its way, where it was stopped, and where the provider counts no tokens. */
  bill: answerBillSchema.optional(),
});
export type AnswerNotes = z.infer<typeof answerNotesSchema>;
