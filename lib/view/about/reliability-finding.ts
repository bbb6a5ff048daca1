/** How far win rates lie from frequencies, as trained and as shipped. */
type Errors = { readonly before: number; readonly after: number };

const points = (share: number): string => (100 * share).toFixed(1);

/** One sentence under a reliability diagram. */
export function reliabilityFinding(
  router: string,
  { before, after, battles }: Errors & { readonly battles: number },
): string {
  const from = `of ${battles.toLocaleString("en-US")} held-out battles`;
  return before === after
    ? `${router}: win rates lie ${points(after)} points from the outcomes ${from} on average.`
    : `${router}: win rates lie ${points(after)} points from the outcomes ${from} on average, ${points(before)} before scaling; the ranking of prompts is the same.`;
}
