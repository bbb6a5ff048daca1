import type { ModelOffer } from "@/lib/calibration/model-offer";
import { formatPercent } from "@/lib/view/shared/format";

type Refused = Extract<ModelOffer, { readonly name: null }>;

/** Why this α gets no model name, and what it would do at the endpoint. */
export function refusalInWords(
  { because, chatShare }: Refused,
  view: { readonly routerLabel: string; readonly benchmarkLabel: string; readonly targetShare: number },
): string {
  if (because === "router") {
    return `No model name: this server asks a router of your own in place of ${view.routerLabel}, and this α is the shipped router's.`;
  }
  const made =
    because === "pair"
      ? "it is made from win rates of another pair of models than the server routes for"
      : `it is calibrated on questions of ${view.benchmarkLabel}, which are no chat prompts`;
  const [onChat, target] = [formatPercent(chatShare ?? 0, 1), formatPercent(view.targetShare, 1)];
  const does =
    chatShare === null
      ? "The share of chat prompts that this α sends to the strong model is not known"
      : `On chat prompts this α sends ${onChat} to the strong model${onChat === target ? "" : `, not ${target}`}`;
  return `${does}: ${made}. So it gets no model name.`;
}
