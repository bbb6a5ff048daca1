import { EXAMPLE_PROMPTS, type ExamplePrompt } from "./example-prompts";

const FIRST_EXAMPLE_ID = "maths-grid-proof";

/** The example a visitor sees scored before typing anything. */
export const FIRST_EXAMPLE: ExamplePrompt = findFirst();

function findFirst(): ExamplePrompt {
  const first = EXAMPLE_PROMPTS.find(({ id }) => id === FIRST_EXAMPLE_ID);
  if (first === undefined) throw new TypeError(`There is no example prompt ${FIRST_EXAMPLE_ID}`);
  return first;
}
