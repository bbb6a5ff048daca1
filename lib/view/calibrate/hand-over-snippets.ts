/** Ways to call the endpoint, ready to paste. */
export type Snippets = { readonly curl: string; readonly typescript: string; readonly python: string };

const EXAMPLE = "What is the capital of France?";

/** A string as a POSIX shell reads it back unchanged. */
const shellQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * One answered prompt through the OpenAI-compatible endpoint, as curl and with OpenAI's own libraries: only the address
 * and the model's name differ from a call of OpenAI. JSON strings are strings of TypeScript and Python as well.
 *
 * @param model such as `router-mf-0.11593`.
 * @param calibratedOn in words; stands beside the name as a comment.
 * @param origin of this app, such as `http://localhost:3000`.
 */
export function callSnippets({
  model,
  calibratedOn,
  origin,
}: {
  readonly model: string;
  readonly calibratedOn: string;
  readonly origin: string;
}): Snippets {
  const note = `${model} is calibrated on ${calibratedOn}`.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
  const base = `${origin.replace(/\/+$/, "")}/v1`;
  const body = JSON.stringify({ model, messages: [{ role: "user", content: EXAMPLE }] });
  return {
    curl: `# ${note}\ncurl ${shellQuoted(`${base}/chat/completions`)} -H 'Content-Type: application/json' -d ${shellQuoted(body)}`,
    typescript: `// ${note}
import OpenAI from "openai";

const client = new OpenAI({ baseURL: ${JSON.stringify(base)}, apiKey: "unused" });
const completion = await client.chat.completions.create({
  model: ${JSON.stringify(model)},
  messages: [{ role: "user", content: ${JSON.stringify(EXAMPLE)} }],
});
console.log(completion.choices[0]?.message.content);
`,
    python: `# ${note}
from openai import OpenAI

client = OpenAI(base_url=${JSON.stringify(base)}, api_key="unused")
completion = client.chat.completions.create(
    model=${JSON.stringify(model)},
    messages=[{"role": "user", "content": ${JSON.stringify(EXAMPLE)}}],
)
print(completion.choices[0].message.content)
`,
  };
}
