import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { callSnippets } from "./hand-over-snippets";

const model = "router-mf-0.11593";

it("gives a curl line that a shell reads as one request with a JSON body", () => {
  const { curl } = callSnippets({ model, origin: "https://route.example/it's here/" });
  const words = execFileSync("sh", ["-c", `printf '%s\\n' ${curl}`], { encoding: "utf8" })
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
  const { typescript, python } = callSnippets({ model, origin: "http://localhost:3000" });
  expect(typescript).toContain('baseURL: "http://localhost:3000/v1"');
  expect(typescript).toContain(`model: "${model}"`);
  expect(python).toContain('base_url="http://localhost:3000/v1"');
  expect(python).toContain(`model="${model}"`);
});
