import { z } from "zod";
import { MAXIMUM_CHAT_CHARACTERS, MAXIMUM_CHAT_TURNS } from "@/lib/domain/chat-limits";
import { findPromptProblem } from "@/lib/domain/prompt";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { toThreshold } from "@/lib/domain/threshold";

const userTurn = z.object({
  role: z.literal("user"),
  content: z.string({ error: "must be a text" }).superRefine((prompt, context) => {
    const problem = findPromptProblem(prompt);
    if (problem !== undefined) context.addIssue({ code: "custom", message: `is not as it should be: ${problem}` });
  }),
});

const answer = z.object({
  role: z.literal("assistant"),
  content: z.string({ error: "must be a text" }).min(1, { error: "must not be empty" }),
});

const messages = z
  .array(z.discriminatedUnion("role", [userTurn, answer]), { error: "must be a list of user and assistant messages" })
  .min(1, { error: "must hold a question" })
  .max(2 * MAXIMUM_CHAT_TURNS - 1, {
    error: `must be at most ${MAXIMUM_CHAT_TURNS} questions and the answers to them; start a new conversation`,
  })
  .superRefine((list, context) => {
    // Question, answer, question …: whatever else there was, a model could not tell what is asked.
    if (list.length % 2 === 0 || list.some(({ role }, place) => role !== (place % 2 === 0 ? "user" : "assistant"))) {
      context.addIssue({ code: "custom", message: "must go from question to answer in turn and end with a question" });
    }
    const characters = list.reduce((sum, { content }) => sum + content.length, 0);
    if (characters > MAXIMUM_CHAT_CHARACTERS) {
      const message = `must hold at most ${MAXIMUM_CHAT_CHARACTERS.toLocaleString("en-US")} characters together; start a new conversation`;
      context.addIssue({ code: "custom", message });
    }
  });

/** Asks the chat page's server for an answer to the last message. */
export const chatRequestSchema = z.strictObject({
  router: z.enum(ROUTER_IDS, { error: `must be one of ${ROUTER_IDS.join(", ")}` }),
  /** α. */
  threshold: z
    .number({ error: "must be a number from 0 to 1" })
    .min(0, { error: "must be a number from 0 to 1" })
    .max(1, { error: "must be a number from 0 to 1" })
    .transform((alpha) => toThreshold(alpha, "threshold")),
  /** Whether the last turn decides, or the first one for the whole conversation. */
  scope: z.enum(["turn", "conversation"], { error: 'must be "turn" or "conversation"' }).default("turn"),
  /** Who answers whatever the router says. */
  answerer: z.enum(["strong", "weak"], { error: 'must be "strong" or "weak"' }).optional(),
  messages,
});

/** As the page sends it. */
export type ChatRequest = z.input<typeof chatRequestSchema>;
