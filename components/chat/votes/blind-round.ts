import type { AnswerSettings } from "@/components/chat/conversation/chat-transport";
import { type AnswerChat, openChat } from "@/components/chat/conversation/conversation";
import { drawBelow, newId } from "@/components/chat/conversation/randomness";
import type { Choice } from "@/lib/domain/decide";
import type { RouterId } from "@/lib/domain/router-id";
import type { Threshold } from "@/lib/domain/threshold";
import type { BlindMode } from "@/lib/schemas/web/blind-vote";

type BlindSide = { readonly chat: AnswerChat /** Asks anew where there was no answer. */; readonly retry: () => void };

/** One prompt, answered twice. What is behind A and B is known here and shown to nobody before the vote. */
export type BlindRound = {
  readonly id: string;
  readonly mode: BlindMode;
  readonly prompt: string;
  readonly router: RouterId;
  readonly threshold: Threshold;
  /** The first side (the strong model, or the router) answers as A. */
  readonly firstIsA: boolean;
  readonly a: BlindSide;
  readonly b: BlindSide;
};

export type BlindSettings = {
  readonly mode: BlindMode;
  readonly router: RouterId;
  readonly threshold: Threshold;
  /** How often the random policy calls the strong model, in [0, 1]: as often as the router is set to. */
  readonly share: number;
};

/** Who answers for either side; undefined leaves it to the router. */
function answerersOf({ mode, share }: BlindSettings): readonly [Choice | undefined, Choice] {
  return mode === "models" ? ["strong", "weak"] : [undefined, drawBelow(share) ? "strong" : "weak"];
}

/** Asks both sides, in an order that a draw decides anew each time. */
export function startRound(prompt: string, settings: BlindSettings): BlindRound {
  const { mode, router, threshold } = settings;
  const id = newId();
  const firstIsA = drawBelow(0.5);
  const [first, second] = answerersOf(settings).map((answerer, place) => {
    const chat = openChat({ id: `${id}-${place}`, messages: [], onDone: () => undefined });
    const body: AnswerSettings = { router, threshold, answerer };
    void chat.sendMessage({ text: prompt }, { body });
    return { chat, retry: () => void chat.regenerate({ body }) };
  });
  if (first === undefined || second === undefined) throw new TypeError("A round has two sides");
  const [a, b] = firstIsA ? [first, second] : [second, first];
  return { id, mode, prompt, router, threshold, firstIsA, a, b };
}
