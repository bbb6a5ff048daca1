import type { LanguageModelV3CallOptions } from "@ai-sdk/provider";
import { generateText, jsonSchema, Output, streamText, tool } from "ai";
import { describe, expect, it } from "vitest";
import { simulateAnswer } from "./simulated-answer";
import { createSimulatedModel } from "./simulated-model";

const NO_PAUSE = { firstMs: 0, wordMs: 0 };
const strong = createSimulatedModel({ choice: "strong", pace: NO_PAUSE });
const weak = createSimulatedModel({ choice: "weak", pace: NO_PAUSE });
const asking = (text: string): LanguageModelV3CallOptions => ({
  prompt: [{ role: "user", content: [{ type: "text", text }] }],
});

describe("createSimulatedModel", () => {
  it("says in its first words that it is simulated and which model it stands for", async () => {
    const { text, finishReason } = await generateText({ model: strong, prompt: "What is 2 + 2?" });
    expect(text).toMatch(/^\*\*Simulated answer of the strong model\.\*\*/);
    expect(text).toContain("“What is 2 + 2?”");
    expect(finishReason).toBe("stop");
    expect((await generateText({ model: weak, prompt: "What is 2 + 2?" })).text.length).toBeLessThan(text.length);
  });

  it("streams what it would say at once, word by word, with the same count of tokens", async () => {
    const streamed = streamText({ model: weak, prompt: "Hello there" });
    const pieces: string[] = [];
    for await (const piece of streamed.textStream) pieces.push(piece);
    const whole = await generateText({ model: weak, prompt: "Hello there" });
    expect(pieces.length).toBeGreaterThan(20);
    expect(pieces.join("")).toBe(whole.text);
    expect((await streamed.usage).outputTokens).toBe(whole.usage.outputTokens);
    expect(whole.usage.outputTokens).toBe(Math.ceil(whole.text.length / 4));
  });

  it("keeps to a limit of tokens and to stop sequences", async () => {
    const short = await generateText({ model: strong, prompt: "Go on", maxOutputTokens: 12 });
    expect(short.text.length).toBeLessThanOrEqual(48);
    expect(short.finishReason).toBe("length");
    const stopped = await generateText({ model: strong, prompt: "Go on", stopSequences: ["No language"] });
    expect(stopped.text).not.toContain("No language");
    expect(stopped.finishReason).toBe("stop");
  });

  it("calls the tool that it has to call, and then answers", async () => {
    const { toolCalls, finishReason } = await generateText({
      model: strong,
      prompt: "How warm is it?",
      tools: {
        warmth: tool({
          inputSchema: jsonSchema<{ city: string }>({
            type: "object",
            properties: { city: { type: "string" } },
            required: ["city"],
          }),
        }),
      },
      toolChoice: "required",
    });
    expect(toolCalls).toMatchObject([{ toolName: "warmth", input: { city: "simulated" } }]);
    expect(finishReason).toBe("tool-calls");
  });

  it("keeps to a schema", async () => {
    const { output } = await generateText({
      model: weak,
      prompt: "Rate it",
      output: Output.object({
        schema: jsonSchema<{ stars: number }>({
          type: "object",
          properties: { stars: { type: "integer", minimum: 1 } },
          required: ["stars"],
        }),
      }),
    });
    expect(output).toEqual({ stars: 1 });
  });

  it("stops when the caller hangs up, in the middle of a wait", async () => {
    const slow = createSimulatedModel({ choice: "weak", pace: { firstMs: 3_600_000, wordMs: 0 } });
    const caller = new AbortController();
    const { stream } = await slow.doStream({ ...asking("Hi"), abortSignal: caller.signal });
    const reader = stream.getReader();
    expect((await reader.read()).value?.type).toBe("stream-start");
    const next = reader.read();
    caller.abort();
    await expect(next).rejects.toThrow(/abort/i);
    await expect(slow.doGenerate({ ...asking("Hi"), abortSignal: caller.signal })).rejects.toThrow(/abort/i);
  });
});

describe("simulateAnswer", () => {
  it("is the same for the same question, and quotes a long one in part", () => {
    const question = "Why? ".repeat(200);
    const [one, other] = [simulateAnswer("weak", asking(question)), simulateAnswer("weak", asking(question))];
    expect(one).toEqual(other);
    expect(one.chunks.join("")).toContain("…”");
    expect(one.inputTokens).toBeGreaterThanOrEqual(250);
  });
});
