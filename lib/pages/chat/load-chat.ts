import type { Choice } from "@/lib/domain/decide";
import { RoutingError } from "@/lib/domain/routing-error";
import type { ModelPrice } from "@/lib/gateway/model-prices";
import { type PageCalibrations, readPageCalibrations } from "@/lib/pages/shared/page-calibrations";
import { getGateway } from "@/lib/serving/gateway";
import { configuredPrice } from "@/lib/serving/served-prices";
import { EXAMPLE_PROMPTS, type ExamplePrompt } from "@/lib/view/playground/example-prompts";

/** One of the two models, as the page may know it: nothing that could hold a key. */
type OpenedModel = { readonly id: string; readonly simulated: boolean; readonly price: ModelPrice };
type ModelCard = OpenedModel & { readonly priceSource: string };

export type ChatData = Pick<PageCalibrations, "calibrations"> & {
  readonly models: Readonly<Record<Choice, ModelCard>>;
  readonly examples: readonly ExamplePrompt[];
};

/** Easy and hard ones side by side, so that the first two clicks already part the models. */
const EXAMPLE_IDS = ["everyday-eggs", "maths-grid-proof", "small-talk-joke", "code-json-tokenizer"];

/**
 * What the chat page starts from.
 * @returns the sentence that says which setting is wrong, where the two models cannot be opened.
 */
export async function loadChat(): Promise<ChatData | { readonly problem: string }> {
  const examples = EXAMPLE_IDS.flatMap((id) => EXAMPLE_PROMPTS.filter((example) => example.id === id));
  const { calibrations } = await readPageCalibrations();
  try {
    const { models } = await getGateway();
    const card = ({ id, simulated, price }: OpenedModel): ModelCard => ({
      ...{ id, simulated, price },
      priceSource: simulated ? "the RouteLLM paper’s price, mid-2024" : configuredPrice(price).source,
    });
    return { calibrations, examples, models: { strong: card(models.strong), weak: card(models.weak) } };
  } catch (error) {
    if (error instanceof RoutingError) return { problem: error.message };
    throw error;
  }
}
