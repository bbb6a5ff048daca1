import { expect, it } from "vitest";
import { canonicalModel } from "./canonical-model";

it.each([
  ["GPT-4-1106-Preview", "gpt-4-1106-preview"],
  ["gpt-4", "gpt-4-0314"],
  ["gpt-4-0613", "gpt-4-0613"],
  ["Meta-Llama-3_1-8B-Instruct", "llama-3.1-8b-instruct"],
  ["llama3.1-8b@together", "llama-3.1-8b-instruct"],
  ["internlm2_5-20b-chat", "internlm2.5-20b-chat"],
  ["a_b_1", "a_b_1"], // an underscore that does not stand between digits
  ["mixtral-8x7b-instruct-v0.1", "mixtral-8x7b-instruct-v0.1"],
  ["", ""],
])("%j is %j", (name, canonical) => {
  expect(canonicalModel(name)).toBe(canonical);
  expect(canonicalModel(canonical), "a canonical name stays as it is").toBe(canonical);
});
