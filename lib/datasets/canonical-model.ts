/** Spellings that the canonical form alone does not bring together. */
const ALIASES: Readonly<Record<string, string>> = {
  "meta-llama-3.1-8b-instruct": "llama-3.1-8b-instruct",
  "llama3.1-8b": "llama-3.1-8b-instruct",
  "meta-llama-3.1-70b-instruct": "llama-3.1-70b-instruct",
  "meta-llama-3-70b-instruct": "llama-3-70b-instruct",
  "meta-llama-3-8b-instruct": "llama-3-8b-instruct",
  "llama-3.1-405b-inst-fp8": "llama-3.1-405b-instruct",
  "llama-3.1-405b-inst": "llama-3.1-405b-instruct",
  "meta-llama-3.1-405b-instruct": "llama-3.1-405b-instruct",
  "deepseek-coder-v2-0724": "deepseek-coder-v2",
  "deepseek-v2-coder-0724": "deepseek-coder-v2",
  "gpt-4": "gpt-4-0314",
  "gpt-3.5": "gpt-3.5-turbo",
};

/**
 * One name for one model: data sets spell `Meta-Llama-3_1-8B-Instruct` and `llama-3.1-8b-instruct` for the same thing,
 * and without common models their ratings could not be compared. Lower case, `_` between digits as `.`, hosts cut off.
 */
export function canonicalModel(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/@.*$/, "")
    .replace(/(\d)_(\d)/g, "$1.$2");
  return ALIASES[plain] ?? plain;
}
