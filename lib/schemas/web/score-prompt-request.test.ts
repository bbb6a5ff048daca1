import { describe, expect, it } from "vitest";
import { scorePromptRequestSchema } from "./score-prompt-request";

describe("scorePromptRequestSchema", () => {
  it("keeps the prompt as it is, odd characters and all", () => {
    const prompt = " \0 <b>שלום</b> \ud800 😀 ";
    expect(scorePromptRequestSchema.parse({ prompt })).toEqual({ prompt });
  });

  it.each([
    [{ prompt: " " }, "nothing but blanks"],
    [{ prompt: "a".repeat(32_001) }, "shorten it by 1"],
    [{ prompt: 7 }, "must be a text"],
    [{}, "must be a text"],
  ])("refuses %o with one sentence", (request, message) => {
    const parsed = scorePromptRequestSchema.safeParse(request);
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([expect.stringContaining(message)]);
  });
});
