import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readInstruction } from "./instruction-template";

let folder = "";
const file = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "routellm-template-"));
});
afterAll(() => rm(folder, { recursive: true }));

const read = (api: "completions" | "chat", templates: readonly string[]) =>
  readInstruction({ api, templates, parameter: "ROUTELLM_CAUSAL_LLM_TEMPLATE" });
/** Nothing in a prompt may be taken for a pattern or for the place of a prompt. */
const PROMPT = "Why $& and $1, {question}?";

describe("readInstruction", () => {
  it("fills one file as it stands, or as the user's message", async () => {
    const one = await file("one.txt", "Rate:\n{question}\n[[");
    expect((await read("completions", [one]))(PROMPT)).toEqual({ text: `Rate:\n${PROMPT}\n[[` });
    expect((await read("chat", [one]))(PROMPT)).toEqual({
      messages: [{ role: "user", content: `Rate:\n${PROMPT}\n[[` }],
    });
  });

  it("joins two files as the released model was fine-tuned, or as messages", async () => {
    const system = await file("system.txt", "Rate it.\n");
    const user = await file("user.txt", "Q: {question}\n\nPrediction:\n");
    expect((await read("completions", [system, user]))("why?")).toEqual({
      text:
        "<|start_header_id|>system<|end_header_id|>\n\nRate it.<|eot_id|>" +
        "<|start_header_id|>user<|end_header_id|>\n\nQ: why?\n\nPrediction:<|eot_id|>",
    });
    expect((await read("chat", [system, user]))("why?")).toEqual({
      messages: [
        { role: "system", content: "Rate it." },
        { role: "user", content: "Q: why?\n\nPrediction:" },
      ],
    });
  });

  it("has templates of its own, the one for raw texts ending where the grade begins", async () => {
    const raw = (await read("completions", []))("why?");
    expect("text" in raw && raw.text).toMatch(/why\?[\s\S]*\[\[$/);
    const chat = (await read("chat", []))("why?");
    expect("messages" in chat && chat.messages[0]?.content).toMatch(/one grade and nothing else[\s\S]*why\?/);
  });

  it("says what is wrong with the files", async () => {
    const none = await file("none.txt", "Rate it.");
    const twice = await file("twice.txt", "{question} {question}");
    const cases = [
      [[join(folder, "absent.txt")], "absent.txt could not be read (ENOENT)"],
      [[none], "none.txt holds {question} 0 times; the prompt needs exactly one place."],
      [[twice], "twice.txt holds {question} 2 times"],
      [[none, none, none], "names 3 files"],
    ] as const;
    for (const [templates, message] of cases) await expect(read("completions", templates)).rejects.toThrow(message);
  });
});
