import { forEveryRouter } from "@/lib/domain/for-every-router";
import { findPromptProblem } from "@/lib/domain/prompt";
import { keepPageFile } from "@/lib/http/page-files";
import { type PageCalibrations, readPageCalibrations } from "@/lib/pages/shared/page-calibrations";
import { pagePromptSchema } from "@/lib/schemas/web/page-prompt";
import { EXAMPLE_PROMPTS } from "@/lib/view/playground/example-prompts";
import { FIRST_EXAMPLE } from "@/lib/view/playground/first-example";
import { formatListing } from "@/lib/view/playground/playground-listing";
import type { RouterCard } from "@/lib/view/playground/router-card";
import type { ExampleTitle } from "@/lib/view/shared/example-kinds";
import { formatCounted } from "@/lib/view/shared/format";
import type { OwnSample } from "@/lib/view/shared/own-sample";
import type { PromptScores } from "@/lib/view/shared/prompt-scores";
import { getRouterCards } from "./router-cards";
import { scorePrompt } from "./score-prompt";

export type PlaygroundData = Pick<PageCalibrations, "calibrations"> & {
  /** What stands in the box at first: the link's prompt, else an example. */
  readonly initialPrompt: string;
  /** Its scores; null where it cannot be scored. */
  readonly initialScores: PromptScores | null;
  /** The id of the example that the initial prompt is. */
  readonly initialExample: string | undefined;
  /** Digest of the file with the examples' titles and the routers' cards. */
  readonly listing: string;
};

const EXAMPLE_TITLES: readonly ExampleTitle[] = EXAMPLE_PROMPTS.map(({ id, kind, title }) => ({ id, kind, title }));

/** The card of a router whose α is taken from a saved calibration. */
function withOwnSample(card: RouterCard, { name, prompts, winRates, alpha }: OwnSample): RouterCard {
  const what = `${formatCounted(prompts, "prompt")} of your own, saved as “${name}”.`;
  const fixed = `Only its α of ${alpha} was kept, so the target share does not move it.`;
  return { ...card, calibratedOn: winRates.length === 0 ? `${what} ${fixed}` : what, ownSample: name };
}

/** Everything the playground's first paint shows, from the page's query as it came. */
export async function loadPlayground(query: Readonly<Record<string, unknown>>): Promise<PlaygroundData> {
  const initialPrompt = pagePromptSchema.parse(query.prompt) ?? FIRST_EXAMPLE.prompt;
  const [{ calibrations, own }, cards] = await Promise.all([readPageCalibrations(), getRouterCards()]);
  const ownCards = forEveryRouter((id) => {
    const kept = own.get(id);
    return kept === undefined ? cards[id] : withOwnSample(cards[id], kept);
  });
  return {
    initialPrompt,
    initialScores: findPromptProblem(initialPrompt) === undefined ? await scorePrompt(initialPrompt) : null,
    initialExample: EXAMPLE_PROMPTS.find(({ prompt }) => prompt === initialPrompt)?.id,
    calibrations,
    listing: keepPageFile(formatListing({ examples: EXAMPLE_TITLES, cards: ownCards })),
  };
}
