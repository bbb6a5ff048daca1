import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { callSnippets } from "./hand-over-snippets";

const model = "router-mf-0.11593";
const calibratedOn = "400 prompts of “it's\n$(here)`.csv”";
const note = "router-mf-0.11593 is calibrated on 400 prompts of “it's $(here)`.csv”";

it("gives a curl line that a shell reads as one request with a JSON body", () => {
  const { curl } = callSnippets({ model, calibratedOn, origin: "https://route.example/it's here/" });
  expect(curl.split("\n")[0]).toBe(`# ${note}`);
  const words = execFileSync("sh", ["-c", curl.replace("\ncurl", "\nprintf '%s\\n' curl")], { encoding: "utf8" })
    .trimEnd()
    .split("\n");
  expect(words.slice(0, 5)).toEqual([
    "curl",
    "https://route.example/it's here/v1/chat/completions",
    "-H",
    "Content-Type: application/json",
    "-d",
  ]);
  expect(JSON.parse(words[5] ?? "")).toEqual({
    model,
    messages: [{ role: "user", content: "What is the capital of France?" }],
  });
});

it("names the model and the address in TypeScript and Python", () => {
  const { typescript, python } = callSnippets({ model, calibratedOn, origin: "http://localhost:3000" });
  expect([typescript, python].map((text) => text.split("\n")[0])).toEqual([`// ${note}`, `# ${note}`]);
  expect(typescript).toContain('baseURL: "http://localhost:3000/v1"');
  expect(typescript).toContain(`model: "${model}"`);
  expect(python).toContain('base_url="http://localhost:3000/v1"');
  expect(python).toContain(`model="${model}"`);
});
