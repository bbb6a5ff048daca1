import type { RouterId } from "@/lib/domain/router-id";
import type { RecentPrompt } from "@/lib/view/shared/prompt-history";

/** What was changed from one text to the next: what stands between their common beginning and end. */
export type Edit = { readonly removed: string; readonly added: string };

export type TrailStep = {
  readonly prompt: string;
  /** Null for the text that the trail begins with. */
  readonly edit: Edit | null;
  readonly winRates: Readonly<Partial<Record<RouterId, number>>>;
  /** Change from the step before, of routers that scored both. */
  readonly changes: Readonly<Partial<Record<RouterId, number>>>;
};

/** Texts that share less than this part of the longer one are two prompts, not one that was edited. */
const SHARED_PART = 0.4;

const isPairedAt = (text: string, index: number): boolean =>
  (text.charCodeAt(index - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(index) & 0xfc00) === 0xdc00;

/** Lengths of the common beginning and of the common end, which do not overlap; no character is cut in two. */
function commonEnds(before: string, after: string): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  if (isPairedAt(before, head) || isPairedAt(after, head)) head--;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (tail > 0 && (isPairedAt(before, before.length - tail) || isPairedAt(after, after.length - tail))) tail--;
  return { head, tail };
}

export function editBetween(before: string, after: string): Edit {
  const { head, tail } = commonEnds(before, after);
  return { removed: before.slice(head, before.length - tail), added: after.slice(head, after.length - tail) };
}

const isEdited = (before: string, after: string): boolean => {
  const { head, tail } = commonEnds(before, after);
  return head + tail >= SHARED_PART * Math.max(before.length, after.length);
};

const toWinRates = ({ scores }: RecentPrompt): TrailStep["winRates"] =>
  Object.fromEntries(scores.routers.map(({ routerId, winRate }) => [routerId, winRate]));

/**
 * How one prompt came to be what it is: from the newest text back, as long as each is an edit of the one before it.
 * @param history newest first.
 * @returns newest first.
 */
export function editTrail(history: readonly RecentPrompt[]): TrailStep[] {
  const end = history.findIndex((tried, index) => {
    const before = history[index + 1];
    return before === undefined || !isEdited(before.prompt, tried.prompt);
  });
  const steps = history.slice(0, end + 1);
  return steps.map((tried, index) => {
    const before = steps[index + 1];
    const winRates = toWinRates(tried);
    if (before === undefined) return { prompt: tried.prompt, edit: null, winRates, changes: {} };
    const former = new Map(before.scores.routers.map(({ routerId, winRate }) => [routerId, winRate]));
    const changes = tried.scores.routers.flatMap(({ routerId, winRate }) => {
      const from = former.get(routerId);
      return from === undefined ? [] : [[routerId, winRate - from] as const];
    });
    return {
      prompt: tried.prompt,
      edit: editBetween(before.prompt, tried.prompt),
      winRates,
      changes: Object.fromEntries(changes),
    };
  });
}
