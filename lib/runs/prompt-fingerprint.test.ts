import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { createPromptFingerprint } from "./prompt-fingerprint";

const fingerprint = (prompts: readonly string[]): string => {
  const all = createPromptFingerprint();
  for (const prompt of prompts) all.add(prompt);
  return all.digest();
};

it("is sha256 of each prompt's bytes after their number", () => {
  const bytes = Buffer.from("\u0002\u0000\u0000\u0000é\u0001\u0000\u0000\u0000a");
  expect(fingerprint(["é", "a"])).toBe(createHash("sha256").update(bytes).digest("hex"));
});

it("differs where the order or the cut between prompts differs", () => {
  const prompts = [["ab", "c"], ["c", "ab"], ["a", "bc"], ["abc"], ["abc", ""], []];
  expect(new Set(prompts.map(fingerprint)).size).toBe(prompts.length);
});
