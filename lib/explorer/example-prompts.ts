import { EXAMPLE_KINDS, type ExampleKind } from "./example-kinds";
import { BUSINESS_EXAMPLES } from "./examples/business-examples";
import { CODE_EXAMPLES } from "./examples/code-examples";
import { EVERYDAY_EXAMPLES } from "./examples/everyday-examples";
import type { ExampleText } from "./examples/example-text";
import { LAW_EXAMPLES } from "./examples/law-examples";
import { MATHS_EXAMPLES } from "./examples/maths-examples";
import { OTHER_LANGUAGE_EXAMPLES } from "./examples/other-language-examples";
import { SCIENCE_EXAMPLES } from "./examples/science-examples";
import { SMALL_TALK_EXAMPLES } from "./examples/small-talk-examples";
import { TRANSLATION_EXAMPLES } from "./examples/translation-examples";
import { WRITING_EXAMPLES } from "./examples/writing-examples";

export type ExamplePrompt = ExampleText & { readonly kind: ExampleKind };

const EXAMPLES_BY_KIND: Readonly<Record<ExampleKind, readonly ExampleText[]>> = {
  maths: MATHS_EXAMPLES,
  code: CODE_EXAMPLES,
  science: SCIENCE_EXAMPLES,
  law: LAW_EXAMPLES,
  business: BUSINESS_EXAMPLES,
  writing: WRITING_EXAMPLES,
  translation: TRANSLATION_EXAMPLES,
  languages: OTHER_LANGUAGE_EXAMPLES,
  everyday: EVERYDAY_EXAMPLES,
  small_talk: SMALL_TALK_EXAMPLES,
};

/**
 * Prompts to try a router on: written for this project, taken from no data set, so no router has been trained on one.
 * Every kind mixes easy and hard, short and long (small talk stays easy, as it is in life).
 * Grouped by kind, in the order of `EXAMPLE_KINDS`.
 */
export const EXAMPLE_PROMPTS: readonly ExamplePrompt[] = EXAMPLE_KINDS.flatMap(({ id: kind }) =>
  EXAMPLES_BY_KIND[kind].map((example) => ({ ...example, kind })),
);
