import { z } from "zod";
import { jsonSchema } from "./json-schema";

const MOST_TOOLS = 128;
const MOST_STOPS = 4;

const name = z.string().regex(/^[\w-]{1,64}$/, { error: "must be 1 to 64 letters, digits, underscores or dashes" });

const textPart = z.object({ type: z.literal("text"), text: z.string() });

/** The picture itself, or where the provider finds it: this server fetches nothing. */
const imageUrl = z
  .string()
  .refine((url) => /^data:image\/[\w.+-]+;base64,/i.test(url) || (/^https?:[/][/]/i.test(url) && URL.canParse(url)), {
    error: "must be an http(s) address or a data:image/…;base64,… address",
  });
const imagePart = z.object({
  type: z.literal("image_url"),
  image_url: z.object({ url: imageUrl, detail: z.enum(["auto", "low", "high"]).nullish() }),
});

/** Parts of one of some kinds. */
const oneOf = (kinds: readonly string[]) => ({
  error: ({ code }: { readonly code?: string | undefined }) =>
    code === "invalid_union" ? `must be one of ${kinds.map((kind) => `"${kind}"`).join(", ")}` : undefined,
});
const texts = z.union([z.string(), z.array(textPart).min(1)]);

const toolCall = z.object({
  id: z.string().min(1),
  type: z.literal("function"),
  /** Arguments are JSON as the model wrote it, which may be broken. */
  function: z.object({ name, arguments: z.string() }),
});

const assistantMessage = z
  .object({
    role: z.literal("assistant"),
    content: z
      .union([
        z.string(),
        z
          .array(
            z.discriminatedUnion(
              "type",
              [textPart, z.object({ type: z.literal("refusal"), refusal: z.string() })],
              oneOf(["text", "refusal"]),
            ),
          )
          .min(1),
      ])
      .nullish(),
    tool_calls: z.array(toolCall).nullish(),
  })
  .refine(
    ({ content, tool_calls }) => typeof content === "string" || content != null || (tool_calls ?? []).length > 0,
    {
      path: ["content"],
      error: "is missing; an assistant message without tool_calls needs it",
    },
  );

const message = z.discriminatedUnion(
  "role",
  [
    z.object({ role: z.literal("system"), content: texts }),
    z.object({ role: z.literal("developer"), content: texts }),
    z.object({
      role: z.literal("user"),
      content: z.union([
        z.string(),
        z.array(z.discriminatedUnion("type", [textPart, imagePart], oneOf(["text", "image_url"]))).min(1),
      ]),
    }),
    assistantMessage,
    z.object({ role: z.literal("tool"), tool_call_id: z.string().min(1), content: texts }),
  ],
  oneOf(["system", "developer", "user", "assistant", "tool"]),
);

const responseFormat = z.discriminatedUnion(
  "type",
  [
    z.object({ type: z.literal("text") }),
    z.object({ type: z.literal("json_object") }),
    z.object({
      type: z.literal("json_schema"),
      json_schema: z.object({
        name,
        description: z.string().nullish(),
        schema: jsonSchema.nullish(),
        strict: z.boolean().nullish(),
      }),
    }),
  ],
  oneOf(["text", "json_object", "json_schema"]),
);

const between = (minimum: number, maximum: number) => z.number().min(minimum).max(maximum).nullish();
const tokens = z.int().min(1).nullish();

/**
 * The body of `POST /v1/chat/completions`. Fields that are not listed are let through and mean nothing here, as other
 * servers of the protocol do it; those that would change the answer's shape and cannot be honoured are refused.
 */
export const chatCompletionRequestSchema = z
  .object({
    model: z.string().min(1),
    messages: z.array(message).min(1),
    tools: z
      .array(
        z.object({
          type: z.literal("function"),
          function: z.object({
            name,
            description: z.string().nullish(),
            parameters: jsonSchema.nullish(),
            strict: z.boolean().nullish(),
          }),
        }),
      )
      .max(MOST_TOOLS)
      .nullish(),
    tool_choice: z
      .union([
        z.enum(["none", "auto", "required"]),
        z.object({ type: z.literal("function"), function: z.object({ name }) }),
      ])
      .nullish(),
    parallel_tool_calls: z.boolean().nullish(),
    response_format: responseFormat.nullish(),
    stop: z.union([z.string(), z.array(z.string()).max(MOST_STOPS)]).nullish(),
    seed: z.int().nullish(),
    max_tokens: tokens,
    /** Wins over `max_tokens`, its former name. */
    max_completion_tokens: tokens,
    temperature: between(0, 2),
    top_p: between(0, 1),
    presence_penalty: between(-2, 2),
    frequency_penalty: between(-2, 2),
    n: z.literal(1, { error: "must be 1: one request is routed to one model, which answers once" }).nullish(),
    logprobs: z.literal(false, { error: "must be false: log-probabilities are not handed through" }).nullish(),
    stream: z.boolean().nullish(),
    stream_options: z.object({ include_usage: z.boolean().nullish() }).nullish(),
    user: z.string().nullish(),
  })
  .superRefine(({ messages, tools, tool_choice: choice }, context) => {
    const refuse = (path: (string | number)[], problem: string) =>
      context.addIssue({ code: "custom", path, message: problem });
    const known = new Set((tools ?? []).map((tool) => tool.function.name));
    if (choice != null && choice !== "none" && choice !== "auto" && known.size === 0) {
      refuse(["tool_choice"], "demands a tool, and tools names none");
    } else if (typeof choice === "object" && choice !== null && !known.has(choice.function.name)) {
      refuse(["tool_choice", "function", "name"], "must be the name of one of the tools");
    }
    const called = new Set<string>();
    for (const [index, entry] of messages.entries()) {
      if (entry.role === "assistant") for (const { id } of entry.tool_calls ?? []) called.add(id);
      else if (entry.role === "tool" && !called.has(entry.tool_call_id)) {
        refuse(["messages", index, "tool_call_id"], "must be the id of a tool call in an assistant message before it");
      }
    }
  });

export type ChatCompletionRequest = z.infer<typeof chatCompletionRequestSchema>;
