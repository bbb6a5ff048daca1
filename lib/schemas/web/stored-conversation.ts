import { z } from "zod";
import { answerBillSchema } from "./answer-notes";
import { routingFactsSchema } from "./routing-notes";

/** A message as the browser keeps it. */
const keptMessageSchema = z.object({
  id: z.string().min(1),
  role: z.enum(["user", "assistant"]),
  text: z.string(),
  facts: routingFactsSchema.optional(),
  bill: answerBillSchema.optional(),
  /** Somebody stopped it before its end. */
  stopped: z.boolean().optional(),
});
export type StoredMessage = z.infer<typeof keptMessageSchema>;

/** A conversation as the browser keeps it: question, answer, question …, ending with an answer. */
export const storedConversationSchema = z.object({
  id: z.string().min(1),
  /** Milliseconds since 1970. */
  changedAt: z.number(),
  messages: z.array(keptMessageSchema).min(2),
  /** The other model's answers, by the id of the answer that they stand beside. */
  others: z.record(z.string(), keptMessageSchema),
});
export type StoredConversation = z.infer<typeof storedConversationSchema>;
