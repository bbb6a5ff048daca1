import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";

/** What one router says of one prompt. */
export type RouterScore = {
  readonly routerId: RouterId;
  /** P(strong wins), in [0, 1]. */
  readonly winRate: number;
  /** Time the router took on the server, in milliseconds. */
  readonly latencyMs: number;
};

/** What all routers say of one prompt. */
export type PromptScores = {
  /** The kind of prompt that the encoder took it for, in words: it decides which features are looked at. */
  readonly takenFor: string;
  /** One entry a router, in the order in which routers are shown. */
  readonly routers: readonly RouterScore[];
  /** Routers on other machines: asked one by one afterwards, so that no row waits for them. */
  readonly remote: readonly RouterId[];
};

/** A router on another machine that has no score for this prompt, and why: one sentence. */
export type Unavailable = { readonly routerId: RouterId; readonly unavailable: string };

/** What a router on another machine says of one prompt. */
export type RemoteScore = RouterScore | Unavailable;

/** What the server answers: scores, or one sentence that says why there are none. */
export type ScoreAnswer = PromptScores | { readonly error: { readonly message: string } };

/** The scores with what a router on another machine said; in the order in which routers are shown. */
export function withRemoteScore(scores: PromptScores, score: RemoteScore): PromptScores {
  const remote = scores.remote.filter((id) => id !== score.routerId);
  if ("unavailable" in score) return { ...scores, remote };
  const others = scores.routers.filter(({ routerId }) => routerId !== score.routerId);
  const place = ({ routerId }: RouterScore): number => ROUTER_IDS.indexOf(routerId);
  return { ...scores, remote, routers: [...others, score].toSorted((a, b) => place(a) - place(b)) };
}
