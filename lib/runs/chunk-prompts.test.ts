import { expect, it } from "vitest";
import { chunkPrompts } from "./chunk-prompts";

async function* rows(prompts: readonly string[]) {
  for (const prompt of prompts) yield { prompt };
}

async function chunk(prompts: readonly string[]): Promise<string[][]> {
  const chunks: string[][] = [];
  for await (const chunk of chunkPrompts(rows(prompts))) chunks.push(chunk);
  return chunks;
}

it("keeps every prompt in its order, a thousand a chunk", async () => {
  const prompts = Array.from({ length: 2_001 }, (_, row) => `prompt ${row}`);
  const chunks = await chunk(prompts);
  expect(chunks.map(({ length }) => length)).toEqual([1000, 1000, 1]);
  expect(chunks.flat()).toEqual(prompts);
});

it("ends a chunk early where prompts are long, so that it takes bounded memory", async () => {
  const chunks = await chunk(Array.from({ length: 40 }, () => "x".repeat(32_000)));
  expect(chunks.map(({ length }) => length)).toEqual([16, 16, 8]);
});

it("makes no chunk of no prompt", async () => {
  expect(await chunk([])).toEqual([]);
});
