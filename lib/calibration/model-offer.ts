import { formatModelName } from "@/lib/domain/model-name";
import type { RouterId } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import { lowerBound } from "@/lib/math/sorted-search";

/** Which prompts a threshold was calibrated on. */
export type CalibratedOn =
  /** The chat prompts that come with the routers. */
  | { readonly kind: "chat"; readonly prompts: number }
  /** A person's own, by the name of the file or of the saved calibration. */
  | { readonly kind: "own"; readonly name: string; readonly prompts: number }
  /** The questions of a benchmark, by its label. */
  | { readonly kind: "benchmark"; readonly label: string; readonly prompts: number };

/** "5,000 chat prompts": what stands beside every model name that is handed out. */
export function calibratedOnInWords(on: CalibratedOn): string {
  const count = on.prompts.toLocaleString("en-US");
  if (on.kind === "chat") return `${count} real chat ${on.prompts === 1 ? "prompt" : "prompts"}`;
  if (on.kind === "own") return `${count} ${on.prompts === 1 ? "prompt" : "prompts"} of “${on.name}”`;
  return `${count} ${on.prompts === 1 ? "question" : "questions"} of ${on.label}`;
}

/** Why a threshold gets no name: it was made on other prompts, for other models, or for another router. */
type Refusal = "benchmark" | "pair" | "router";

/** A model name with what it was calibrated on; or why there is none, and what the threshold would do instead. */
export type ModelOffer =
  | { readonly name: string; readonly calibratedOn: string }
  | {
      readonly name: null;
      readonly because: Refusal;
      /** The share of chat prompts that would go to the strong model at this α, in [0, 1]; null if nothing tells. */
      readonly chatShare: number | null;
    };

/**
 * Whether a threshold may be handed out under a model name. The endpoint compares the win rates of the served pair with
 * it on whatever prompts arrive; a threshold keeps its share only if it comes from such win rates and such prompts. A
 * benchmark's questions are no such prompts, and another pair's win rates no such win rates.
 *
 * @param servesPair whether the win rates are for the pair that the endpoint routes between.
 * @param servesRouter whether the endpoint asks this very router, and none in its place.
 * @param chat (n) ascending win rates of the served router on chat prompts; undefined where there are none.
 */
export function offerModel({
  router,
  threshold,
  calibratedOn,
  servesPair,
  servesRouter,
  chat,
}: {
  readonly router: RouterId;
  readonly threshold: Threshold;
  readonly calibratedOn: CalibratedOn;
  readonly servesPair: boolean;
  readonly servesRouter: boolean;
  readonly chat: ArrayLike<number> | undefined;
}): ModelOffer {
  const because = refusalOf({ calibratedOn, servesPair, servesRouter });
  if (because === null) {
    return { name: formatModelName({ router, threshold }), calibratedOn: calibratedOnInWords(calibratedOn) };
  }
  const known = chat !== undefined && chat.length > 0 && servesRouter;
  return { name: null, because, chatShare: known ? 1 - lowerBound(chat, threshold) / chat.length : null };
}

function refusalOf(view: {
  readonly calibratedOn: CalibratedOn;
  readonly servesPair: boolean;
  readonly servesRouter: boolean;
}): Refusal | null {
  if (!view.servesRouter) return "router";
  if (!view.servesPair) return "pair";
  return view.calibratedOn.kind === "benchmark" ? "benchmark" : null;
}
