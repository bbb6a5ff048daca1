import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { RoutingError } from "@/lib/domain/routing-error";
import type { Instruction } from "@/lib/gateway/token-places";
import { systemErrorCode } from "@/lib/storage/system-error";

/** Where the prompt goes; the release's templates have it too. */
const PLACEHOLDER = "{question}";

/**
 * How the released model (of Llama 3) was fine-tuned: a turn of the system and one of the user, each trimmed, and no
 * opening of the assistant's turn, which the model writes itself (lm-sys/RouteLLM, routellm/routers/causal_llm/configs.py).
 */
const releasedTurn = (role: string, content: string): string =>
  `<|start_header_id|>${role}<|end_header_id|>\n\n${content.trim()}<|eot_id|>`;

/**
 * Reads the instruction that a language model grades prompts by.
 *
 * - no file: ours, for models that were not trained for this;
 * - one file with `{question}`: the whole text (completions) or the user's message (chat);
 * - two files, the system's and, with `{question}`, the user's: the released model's turns (completions), or messages.
 *
 * @throws RoutingError if a file cannot be read or has no place for the prompt.
 */
export async function readInstruction(options: {
  readonly templates: readonly string[];
  readonly api: "completions" | "chat";
  readonly parameter: string;
}): Promise<(prompt: string) => Instruction> {
  const { templates, api, parameter } = options;
  const refuse = (message: string) => new RoutingError({ code: "invalid_argument", parameter, message });
  if (templates.length > 2) {
    throw refuse(`${parameter} names ${templates.length} files; it takes one, or a system and a user template.`);
  }
  const paths =
    templates.length > 0 ? templates : [resolve(/* turbopackIgnore: true */ `templates/causal-llm-${api}.txt`)];
  const texts = await Promise.all(
    paths.map((path) =>
      readFile(path, "utf8").catch((error: unknown) => {
        throw refuse(`${path} could not be read (${systemErrorCode(error)}); ${parameter} must name template files.`);
      }),
    ),
  );
  const user = texts.at(-1) ?? "";
  const system = texts.length === 2 ? texts[0] : undefined;
  const places = user.split(PLACEHOLDER).length - 1;
  if (places !== 1) {
    throw refuse(`${paths.at(-1)} holds ${PLACEHOLDER} ${places} times; the prompt needs exactly one place.`);
  }
  const fill = (prompt: string): string => user.split(PLACEHOLDER).join(prompt);

  if (api === "chat") {
    return (prompt) => ({
      messages: [
        ...(system === undefined ? [] : [{ role: "system" as const, content: system.trim() }]),
        { role: "user" as const, content: fill(prompt).trim() },
      ],
    });
  }
  if (system === undefined) return (prompt) => ({ text: fill(prompt) });
  return (prompt) => ({ text: releasedTurn("system", system) + releasedTurn("user", fill(prompt)) });
}
