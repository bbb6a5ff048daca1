import { createHash } from "node:crypto";
import type { JSONSchema7, LanguageModelV3CallOptions, LanguageModelV3Prompt } from "@ai-sdk/provider";
import type { Choice } from "@/lib/domain/decide";
import { exampleOf } from "./schema-example";

/** What a simulated model says, whole. */
export type SimulatedAnswer = {
  /** The text in pieces of a word each, as it is streamed. */
  readonly chunks: readonly string[];
  readonly toolCall: { readonly toolCallId: string; readonly toolName: string; readonly input: string } | undefined;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly finishReason: "stop" | "length" | "tool-calls";
};

const LONGEST_QUOTE = 120;
/** The usual rule of thumb for English text. */
const CHARACTERS_PER_TOKEN = 4;
const tokensOf = (text: string): number => Math.max(1, Math.ceil(text.length / CHARACTERS_PER_TOKEN));

/** A strong model's answers are the longer ones, as on MT-Bench. */
const SENTENCES: Readonly<Record<Choice, number>> = { strong: 9, weak: 4 };

/** Filler that claims nothing: whatever it were to say about the question would be made up. */
const FILLER = [
  "A configured model would go on here with the first step of its answer.",
  "The text is streamed word by word, as a provider would send it, so that waiting, stopping and retrying can be tried.",
  "Nothing in it depends on the question except the words quoted above.",
  "Its tokens are counted and priced like those of a real answer, so that the totals on the screen move.",
  "Votes on answers like this one are kept apart, and no router ever learns from them.",
  "To get real answers, name two models in the settings and start the server again.",
  "The routing itself is real: the win rate and the choice come from the trained router.",
  "A longer answer costs more, and the difference between the two models grows with it.",
  "The same question always gets this same text.",
];

/**
 * A deterministic answer that says what it is. Tools that must be called are called, and a schema that must be kept is kept,
 * with made-up values.
 */
export function simulateAnswer(choice: Choice, options: LanguageModelV3CallOptions): SimulatedAnswer {
  const { prompt, maxOutputTokens, stopSequences = [] } = options;
  const inputTokens = prompt.reduce((sum, message) => sum + tokensOf(JSON.stringify(message.content)), 0);
  const toolCall = demandedTool(options);
  if (toolCall !== undefined) {
    const outputTokens = tokensOf(toolCall.input);
    return { chunks: [], toolCall, inputTokens, outputTokens, finishReason: "tool-calls" };
  }
  const whole = wholeText(choice, options);
  const stopped = stopSequences.reduce((text, stop) => (stop === "" ? text : (text.split(stop)[0] ?? text)), whole);
  const words = stopped.match(/\s*\S+/g) ?? [];
  const room = maxOutputTokens === undefined ? stopped.length : maxOutputTokens * CHARACTERS_PER_TOKEN;
  const chunks: string[] = [];
  let length = 0;
  for (const word of words) {
    length += word.length;
    if (length > room) break;
    chunks.push(word);
  }
  const finishReason = chunks.length < words.length ? "length" : "stop";
  return { chunks, toolCall: undefined, inputTokens, outputTokens: tokensOf(chunks.join("")), finishReason };
}

function wholeText(choice: Choice, { prompt, responseFormat }: LanguageModelV3CallOptions): string {
  if (responseFormat?.type === "json") {
    const { schema } = responseFormat;
    return JSON.stringify(schema === undefined ? { simulated: true } : exampleOf(schema));
  }
  const question = lastUserText(prompt);
  const quote = question.length > LONGEST_QUOTE ? `${question.slice(0, LONGEST_QUOTE)}…` : question;
  const start = (createHash("sha256").update(question).digest()[0] ?? 0) % FILLER.length;
  const filler = Array.from({ length: SENTENCES[choice] }, (_, place) => FILLER[(start + place) % FILLER.length]);
  return `**Simulated answer of the ${choice} model.** No language model is configured, so this program made the text up. It was asked: “${quote}”\n\n${filler.join(" ")}`;
}

function lastUserText(prompt: LanguageModelV3Prompt): string {
  const last = prompt.findLast(({ role }) => role === "user");
  if (last?.role !== "user") return "";
  return last.content
    .map((part) => (part.type === "text" ? part.text : ""))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The call of a tool, where the caller insists on one and the last message is not its result already. */
function demandedTool({ tools = [], toolChoice, prompt }: LanguageModelV3CallOptions): SimulatedAnswer["toolCall"] {
  if (toolChoice?.type !== "required" && toolChoice?.type !== "tool") return undefined;
  if (prompt.at(-1)?.role === "tool") return undefined;
  const tool = toolChoice.type === "tool" ? tools.find(({ name }) => name === toolChoice.toolName) : tools[0];
  if (tool?.type !== "function") return undefined;
  const input = JSON.stringify(exampleOf(tool.inputSchema satisfies JSONSchema7));
  const digest = createHash("sha256").update(tool.name).update(JSON.stringify(prompt)).digest("hex").slice(0, 16);
  return { toolCallId: `call_${digest}`, toolName: tool.name, input };
}
