import "server-only";
import { findPromptProblem } from "@/lib/domain/prompt";
import { FIRST_EXAMPLE } from "@/lib/explorer/first-example";
import type { PromptScores } from "@/lib/explorer/prompt-scores";
import { pagePromptSchema } from "@/lib/schemas/page-prompt";
import { type CalibrationSample, getCalibrationSample } from "./calibration-sample";
import { scorePrompt } from "./score-prompt";

export type PlaygroundData = {
  /** What stands in the box at first: the link's prompt, else an example. */
  readonly initialPrompt: string;
  /** Its scores; null where it cannot be scored. */
  readonly initialScores: PromptScores | null;
  readonly samples: CalibrationSample;
};

/** Everything the playground's first paint shows, from the page's query as it came. */
export async function loadPlayground(query: Readonly<Record<string, unknown>>): Promise<PlaygroundData> {
  const initialPrompt = pagePromptSchema.parse(query.prompt) ?? FIRST_EXAMPLE.prompt;
  return {
    initialPrompt,
    initialScores: findPromptProblem(initialPrompt) === undefined ? await scorePrompt(initialPrompt) : null,
    samples: await getCalibrationSample(),
  };
}
