/** A chunk is as long as it takes a fast router about a tenth of a second to score. */
const CHUNK_ROWS = 1_000;
/** … and never more text than this (UTF-16 code units), so that a few of them fit into little memory. */
const CHUNK_CHARACTERS = 500_000;

/** Cuts prompts into chunks, always at the same places for the same prompts: a run that goes on finds its own again. */
export async function* chunkPrompts(rows: AsyncIterable<{ readonly prompt: string }>): AsyncGenerator<string[], void> {
  let prompts: string[] = [];
  let characters = 0;
  for await (const { prompt } of rows) {
    prompts.push(prompt);
    characters += prompt.length;
    if (prompts.length < CHUNK_ROWS && characters < CHUNK_CHARACTERS) continue;
    yield prompts;
    prompts = [];
    characters = 0;
  }
  if (prompts.length > 0) yield prompts;
}
