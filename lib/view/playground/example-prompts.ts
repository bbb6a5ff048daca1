import { BUSINESS_EXAMPLES } from "@/lib/view/examples/business-examples";
import { CODE_EXAMPLES } from "@/lib/view/examples/code-examples";
import { EVERYDAY_EXAMPLES } from "@/lib/view/examples/everyday-examples";
import type { ExampleText } from "@/lib/view/examples/example-text";
import { LAW_EXAMPLES } from "@/lib/view/examples/law-examples";
import { MATHS_EXAMPLES } from "@/lib/view/examples/maths-examples";
import { OTHER_LANGUAGE_EXAMPLES } from "@/lib/view/examples/other-language-examples";
import { SCIENCE_EXAMPLES } from "@/lib/view/examples/science-examples";
import { SMALL_TALK_EXAMPLES } from "@/lib/view/examples/small-talk-examples";
import { TRANSLATION_EXAMPLES } from "@/lib/view/examples/translation-examples";
import { WRITING_EXAMPLES } from "@/lib/view/examples/writing-examples";
import { EXAMPLE_KINDS, type ExampleKind } from "@/lib/view/shared/example-kinds";

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
