/** Terms smaller than this part of the largest are left out; a million of them would not move a sum's tenth digit. */
const NEGLIGIBLE = 1e-18;

/**
 * Smallest count c of 0 … `last` with P(count ≤ c) ≥ `probability`, for a distribution with a single peak that is known
 * by the ratios of neighbouring terms only. Terms are summed outwards from the peak, as multiples of it, so that nothing
 * underflows and the work is that of the standard deviation, not of `last`: about 20 deviations' terms.
 *
 * @param ratio P(c + 1) / P(c) for 0 ≤ c < last; must not rise with c.
 * @param probability in (0, 1).
 */
export function peakedQuantile(
  probability: number,
  { last, ratio }: { readonly last: number; readonly ratio: (count: number) => number },
): number {
  const peak = findPeak(last, ratio);
  let first = peak;
  let firstTerm = 1;
  while (first > 0 && firstTerm > NEGLIGIBLE) {
    first -= 1;
    firstTerm /= ratio(first);
  }
  const terms: number[] = [firstTerm];
  let total = firstTerm;
  for (let count = first, term = firstTerm; count < last && (count < peak || term > NEGLIGIBLE); count++) {
    term *= ratio(count);
    terms.push(term);
    total += term;
  }
  const wanted = probability * total;
  let sum = 0;
  for (let index = 0; index < terms.length; index++) {
    sum += terms[index] as number;
    if (sum >= wanted) return first + index;
  }
  return first + terms.length - 1;
}

/** The first count that the next one does not exceed. */
function findPeak(last: number, ratio: (count: number) => number): number {
  let low = 0;
  let high = last;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (ratio(middle) > 1) low = middle + 1;
    else high = middle;
  }
  return low;
}
