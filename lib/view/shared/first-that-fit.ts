/**
 * The first of `entries` that together take no more than `room` (characters, as `sizeOf` counts them), at most `limit`
 * of them: what a browser's storage, some five million characters for a site, is sure to hold.
 */
export function firstThatFit<Entry>(
  entries: readonly Entry[],
  { room, limit, sizeOf }: { readonly room: number; readonly limit: number; readonly sizeOf: (entry: Entry) => number },
): readonly Entry[] {
  let taken = 0;
  const end = entries.findIndex((entry, place) => {
    taken += sizeOf(entry);
    return place >= limit || taken > room;
  });
  return end === -1 ? entries : entries.slice(0, end);
}
