/** A pair of neighbouring symbols that is read as one from then on; earlier merges come first. */
export type BytePairMerge = readonly [left: string, right: string];

type Word = { symbols: string[]; readonly count: number };

const SEPARATOR = " ";

/**
 * Byte-pair encoding (Sennrich et al. 2016, §3.2): the most frequent pair of neighbouring symbols becomes a symbol, again
 * and again. Ties go to the pair that comes first in code-unit order, so that the same words give the same merges.
 *
 * @param words how often each word occurs; a word is a string of one-character symbols without spaces.
 * @param options.merges how many symbols to add.
 * @param options.minimumCount a pair met less often is not worth a symbol; fewer merges may come back.
 */
export function fitBytePairs(
  words: ReadonlyMap<string, number>,
  options: { merges: number; minimumCount: number },
): BytePairMerge[] {
  const list: Word[] = [...words].map(([word, count]) => ({ symbols: [...word], count }));
  const pairs = countPairs();
  list.forEach((word, index) => {
    addPairs({ word, index, sign: 1, pairs });
  });
  const merges: BytePairMerge[] = [];
  while (merges.length < options.merges) {
    const best = pairs.mostFrequent(options.minimumCount);
    if (best === undefined) break;
    const [left = "", right = ""] = best.split(SEPARATOR);
    merges.push([left, right]);
    for (const index of pairs.wordsWith(best)) {
      const word = list[index];
      const merged = word === undefined ? [] : mergeSymbols(word.symbols, left, right);
      if (word === undefined || merged.length === word.symbols.length) continue;
      addPairs({ word, index, sign: -1, pairs });
      word.symbols = merged;
      addPairs({ word, index, sign: 1, pairs });
    }
  }
  return merges;
}

function addPairs(options: { word: Word; index: number; sign: 1 | -1; pairs: PairCounts }): void {
  const { word, index, sign, pairs } = options;
  for (let at = 0; at + 1 < word.symbols.length; at += 1) {
    pairs.add(`${word.symbols[at]}${SEPARATOR}${word.symbols[at + 1]}`, sign * word.count, index);
  }
}

type PairCounts = {
  add(pair: string, change: number, word: number): void;
  /** Words that hold the pair, and some that held it once. */
  wordsWith(pair: string): readonly number[];
  mostFrequent(minimumCount: number): string | undefined;
};

/** Pairs in buckets by count. No new pair is met more often than the one it was made of, so the highest only sinks. */
function countPairs(): PairCounts {
  const counts = new Map<string, number>();
  const words = new Map<string, Set<number>>();
  const buckets = new Map<number, Set<string>>();
  let highest = 0;
  let settled = false;
  return {
    add(pair, change, word) {
      const before = counts.get(pair) ?? 0;
      const after = before + change;
      counts.set(pair, after);
      buckets.get(before)?.delete(pair);
      const bucket = buckets.get(after) ?? new Set<string>();
      buckets.set(after, bucket.add(pair));
      words.set(pair, (words.get(pair) ?? new Set<number>()).add(word));
      if (!settled) highest = Math.max(highest, after);
    },
    wordsWith: (pair) => [...(words.get(pair) ?? [])],
    mostFrequent(minimumCount) {
      settled = true;
      while (highest >= minimumCount && (buckets.get(highest)?.size ?? 0) === 0) {
        buckets.delete(highest);
        highest -= 1;
      }
      if (highest < minimumCount) return undefined;
      return [...(buckets.get(highest) ?? [])].sort()[0];
    },
  };
}

/** Every occurrence from the left; one that overlaps the one before stays as it is. */
function mergeSymbols(symbols: readonly string[], left: string, right: string): string[] {
  const merged: string[] = [];
  for (let at = 0; at < symbols.length; at += 1) {
    const symbol = symbols[at] ?? "";
    if (symbol === left && symbols[at + 1] === right) {
      merged.push(left + right);
      at += 1;
    } else {
      merged.push(symbol);
    }
  }
  return merged;
}
