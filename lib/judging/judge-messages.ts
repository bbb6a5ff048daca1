import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";

/** The judge's instructions: a text of this project's own, in a file of its own, to be read and improved. */
export function readJudgeInstructions(): Promise<string> {
  return readFile(new URL("./judge-prompt.md", import.meta.url), "utf8");
}

/**
 * What the judge is given. The tags carry a digest of what they enclose, so that no text can close its own tag and speak
 * from outside it: to know the code, it would have to hold its own digest.
 */
export function judgeMessage(options: { prompt: string; first: string; second: string }): string {
  const { prompt, first, second } = options;
  const code = createHash("sha256")
    .update(JSON.stringify([prompt, first, second]))
    .digest("hex")
    .slice(0, 12);
  const enclosed = (name: string, text: string) => `<${name} code="${code}">\n${text}\n</${name} code="${code}">`;
  return [
    enclosed("request", prompt),
    enclosed("first_answer", first),
    enclosed("second_answer", second),
    "Which answer is better? Reply with the JSON object.",
  ].join("\n\n");
}
