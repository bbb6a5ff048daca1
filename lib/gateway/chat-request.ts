import type {
  LanguageModelV3CallOptions,
  LanguageModelV3FilePart,
  LanguageModelV3Message,
  LanguageModelV3TextPart,
  LanguageModelV3ToolCallPart,
  LanguageModelV3ToolChoice,
} from "@ai-sdk/provider";
import type { ChatCompletionRequest } from "@/lib/schemas/web/chat-completion-request";
import { isTooDeep } from "@/lib/schemas/web/json-schema";

type RequestMessage = ChatCompletionRequest["messages"][number];
type UserMessage = Extract<RequestMessage, { role: "user" }>;
type AssistantMessage = Extract<RequestMessage, { role: "assistant" }>;

/** A request of OpenAI's protocol as a call of the AI SDK's language models. What was not given stays absent. */
export function toCallOptions(request: ChatCompletionRequest): LanguageModelV3CallOptions {
  const { stop, tool_choice: toolChoice } = request;
  const stops = (typeof stop === "string" ? [stop] : (stop ?? [])).filter((sequence) => sequence !== "");
  const format = toResponseFormat(request.response_format);
  const tools = (request.tools ?? []).map(({ function: tool }) => ({
    ...{ type: "function" as const, name: tool.name },
    inputSchema: tool.parameters ?? { type: "object" as const, properties: {} },
    ...present({ description: tool.description, strict: tool.strict }),
  }));
  const choice = toToolChoice(toolChoice);
  return {
    prompt: toPrompt(request.messages),
    ...present({
      maxOutputTokens: request.max_completion_tokens ?? request.max_tokens,
      temperature: request.temperature,
      topP: request.top_p,
      presencePenalty: request.presence_penalty,
      frequencyPenalty: request.frequency_penalty,
      seed: request.seed,
    }),
    ...(stops.length > 0 && { stopSequences: stops }),
    ...(format !== undefined && { responseFormat: format }),
    ...(tools.length > 0 && { tools }),
    ...(choice !== undefined && tools.length > 0 && { toolChoice: choice }),
    providerOptions: toProviderOptions(request),
  };
}

type Present<Fields> = { [Name in keyof Fields]?: NonNullable<Fields[Name]> };

/** The fields that have a value: the SDK takes neither null nor undefined. */
function present<Fields extends Record<string, unknown>>(fields: Fields): Present<Fields> {
  const kept: Present<Fields> = {};
  for (const name in fields) {
    const value = fields[name];
    if (value !== undefined && value !== null) kept[name] = value;
  }
  return kept;
}

function toPrompt(messages: readonly RequestMessage[]): LanguageModelV3Message[] {
  /** The SDK wants the tool's name with a result, the protocol gives it with the call only. */
  const toolNames = new Map<string, string>();
  const prompt: LanguageModelV3Message[] = [];
  for (const message of messages) {
    if (message.role === "assistant") {
      for (const call of message.tool_calls ?? []) toolNames.set(call.id, call.function.name);
      prompt.push({ role: "assistant", content: toAssistantParts(message) });
    } else if (message.role === "tool") {
      const { tool_call_id: toolCallId, content } = message;
      const toolName = toolNames.get(toolCallId) ?? "";
      const output = { type: "text" as const, value: toText(content) };
      prompt.push({ role: "tool", content: [{ type: "tool-result", toolCallId, toolName, output }] });
    } else if (message.role === "user") prompt.push({ role: "user", content: toUserParts(message.content) });
    else prompt.push({ role: "system", content: toText(message.content) });
  }
  return prompt;
}

const toText = (content: string | readonly { readonly text: string }[]): string =>
  typeof content === "string" ? content : content.map(({ text }) => text).join("\n");

function toUserParts(content: UserMessage["content"]): (LanguageModelV3TextPart | LanguageModelV3FilePart)[] {
  if (typeof content === "string") return [{ type: "text", text: content }];
  return content.map((part) => (part.type === "text" ? { type: "text", text: part.text } : toFilePart(part.image_url)));
}

function toFilePart({ url, detail }: { url: string; detail?: string | null | undefined }): LanguageModelV3FilePart {
  const providerOptions = detail == null ? {} : { providerOptions: { openai: { imageDetail: detail } } };
  if (!/^data:/i.test(url)) return { type: "file", mediaType: "image/*", data: new URL(url), ...providerOptions };
  const comma = url.indexOf(",");
  const mediaType = url.slice("data:".length, url.indexOf(";")).toLowerCase();
  return { type: "file", mediaType, data: url.slice(comma + 1), ...providerOptions };
}

function toAssistantParts({ content, tool_calls: calls }: AssistantMessage) {
  const parts = typeof content === "string" ? [content] : (content ?? []).map(partText);
  return [
    ...parts.filter((text) => text !== "").map((text): LanguageModelV3TextPart => ({ type: "text", text })),
    ...(calls ?? []).map(
      ({ id, function: call }): LanguageModelV3ToolCallPart => ({
        ...{ type: "tool-call", toolCallId: id, toolName: call.name },
        input: readArguments(call.arguments),
      }),
    ),
  ];
}

const partText = (part: Exclude<AssistantMessage["content"], string | null | undefined>[number]): string =>
  part.type === "text" ? part.text : part.refusal;

/** Models write broken JSON at times, and their words come back with the next turn: then as the text that they are. */
function readArguments(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    return isTooDeep(value) ? text : value;
  } catch {
    return text;
  }
}

function toToolChoice(choice: ChatCompletionRequest["tool_choice"]): LanguageModelV3ToolChoice | undefined {
  if (choice == null) return undefined;
  return typeof choice === "string" ? { type: choice } : { type: "tool", toolName: choice.function.name };
}

function toResponseFormat(
  format: ChatCompletionRequest["response_format"],
): LanguageModelV3CallOptions["responseFormat"] {
  if (format == null || format.type === "text") return undefined;
  if (format.type === "json_object") return { type: "json" };
  const { name, description, schema } = format.json_schema;
  return { type: "json", name, ...present({ description, schema }) };
}

/** What the SDK's common options have no word for; a provider that does not know one passes over it. */
function toProviderOptions(request: ChatCompletionRequest): LanguageModelV3CallOptions["providerOptions"] & object {
  const strict = request.response_format?.type === "json_schema" ? request.response_format.json_schema.strict : null;
  const shared = present({ user: request.user, strictJsonSchema: strict });
  return {
    openai: { ...shared, ...present({ parallelToolCalls: request.parallel_tool_calls }) },
    openaiCompatible: shared,
  };
}
