import { describe, expect, it } from "vitest";
import { chatCompletionRequestSchema } from "@/lib/schemas/web/chat-completion-request";
import { toCallOptions } from "./chat-request";

const read = (body: object) =>
  toCallOptions(
    chatCompletionRequestSchema.parse({ model: "router-mf-0.5", messages: [{ role: "user", content: "Hi" }], ...body }),
  );
const user = { role: "user", content: [{ type: "text", text: "Hi" }] };

describe("toCallOptions", () => {
  it("leaves out what was not given, or given as null", () => {
    const none = { prompt: [user], providerOptions: { openai: {}, openaiCompatible: {} } };
    expect(read({})).toEqual(none);
    expect(read({ temperature: null, tools: null, stop: null, response_format: null, whatever: 1 })).toEqual(none);
    expect(read({ response_format: { type: "text" }, stop: ["", ""], tools: [], tool_choice: "auto" })).toEqual(none);
  });

  it("passes everything on that models take", () => {
    expect(
      read({
        ...{ temperature: 0, top_p: 0.5, presence_penalty: -1, frequency_penalty: 1, seed: 3, stop: "END" },
        ...{ max_tokens: 9, max_completion_tokens: 5, user: "u", parallel_tool_calls: false },
        tools: [{ type: "function", function: { name: "f", strict: true } }],
        tool_choice: { type: "function", function: { name: "f" } },
        response_format: { type: "json_schema", json_schema: { name: "n", schema: { type: "null" }, strict: false } },
      }),
    ).toEqual({
      prompt: [user],
      ...{ temperature: 0, topP: 0.5, presencePenalty: -1, frequencyPenalty: 1, seed: 3, stopSequences: ["END"] },
      maxOutputTokens: 5,
      tools: [{ type: "function", name: "f", strict: true, inputSchema: { type: "object", properties: {} } }],
      toolChoice: { type: "tool", toolName: "f" },
      responseFormat: { type: "json", name: "n", schema: { type: "null" } },
      providerOptions: {
        openai: { user: "u", strictJsonSchema: false, parallelToolCalls: false },
        openaiCompatible: { user: "u", strictJsonSchema: false },
      },
    });
  });

  it("gives a tool's result the name that its call had, and broken arguments back as they were", () => {
    const called = (id: string, written: string) => ({
      ...{ id, type: "function", function: { name: `tool_${id}`, arguments: written } },
    });
    const { prompt } = read({
      messages: [
        {
          role: "developer",
          content: [
            { type: "text", text: "a" },
            { type: "text", text: "b" },
          ],
        },
        {
          role: "assistant",
          content: "Wait.",
          tool_calls: [called("1", '{"x":1}'), called("2", ""), called("3", "{")],
        },
        { role: "tool", tool_call_id: "2", content: "done" },
        { role: "user", content: "Hi" },
      ],
    });
    const call = (id: string, input: unknown) => ({
      ...{ type: "tool-call", toolCallId: id, toolName: `tool_${id}`, input },
    });
    const output = { type: "text", value: "done" };
    expect(prompt).toEqual([
      { role: "system", content: "a\nb" },
      {
        role: "assistant",
        content: [{ type: "text", text: "Wait." }, call("1", { x: 1 }), call("2", {}), call("3", "{")],
      },
      { role: "tool", content: [{ type: "tool-result", toolCallId: "2", toolName: "tool_2", output }] },
      user,
    ]);
  });

  it("hands pictures over as they are, and fetches none", () => {
    const image = (url: string, detail?: string) => ({ type: "image_url", image_url: { url, detail } });
    const content = [image("data:image/PNG;base64,AAAA", "low"), image("https://example.com/a.jpg")];
    expect(read({ messages: [{ role: "user", content }] }).prompt[0]?.content).toEqual([
      ...[{ type: "file", mediaType: "image/png", data: "AAAA", providerOptions: { openai: { imageDetail: "low" } } }],
      { type: "file", mediaType: "image/*", data: new URL("https://example.com/a.jpg") },
    ]);
  });
});
