import "server-only";
import { findPromptProblem } from "@/lib/domain/prompt";
import type { RouterId } from "@/lib/domain/router-id";
import { FIRST_EXAMPLE } from "@/lib/explorer/first-example";
import type { PromptScores } from "@/lib/explorer/prompt-scores";
import type { SortedWinRates } from "@/lib/explorer/verdict";
import { pagePromptSchema } from "@/lib/schemas/page-prompt";
import { getCalibration } from "./container";
import { scorePrompt } from "./score-prompt";

export type PlaygroundData = {
  /** What stands in the box at first: the link's prompt, else an example. */
  readonly initialPrompt: string;
  /** Its scores; null where it cannot be scored. */
  readonly initialScores: PromptScores | null;
  /** Each router's win rates on the calibration sample, (n) ascending. */
  readonly samples: Readonly<Record<RouterId, SortedWinRates>>;
};

const ascending = (winRates: readonly number[]): SortedWinRates => winRates.toSorted((a, b) => a - b);

/** Everything the playground's first paint shows, from the page's query as it came. */
export async function loadPlayground(query: Readonly<Record<string, unknown>>): Promise<PlaygroundData> {
  const initialPrompt = pagePromptSchema.parse(query.prompt) ?? FIRST_EXAMPLE.prompt;
  const { winRates } = await getCalibration();
  return {
    initialPrompt,
    initialScores: findPromptProblem(initialPrompt) === undefined ? await scorePrompt(initialPrompt) : null,
    samples: {
      sw_ranking: ascending(winRates.sw_ranking),
      mf: ascending(winRates.mf),
      length: ascending(winRates.length),
      random: ascending(winRates.random),
    },
  };
}
