import { shareInterval } from "./share-interval";

/** How far a range may reach to either side to be called narrow: five points. */
export const NARROW_RANGE = 0.05;

const MOST_PROMPTS = 1e7;

/**
 * About how many prompts a 95 % range of `share` ± {@link NARROW_RANGE} takes, by the very method that gives the range
 * (share-interval): half of the calls take about 780 if the next batch is as large as the sample.
 *
 * @param share of strong calls, in [0, 1].
 * @param heldOutPart share of the prompts that is kept from calibration; the range is then for a batch of that many.
 */
export const promptsForNarrowRange = (share: number, heldOutPart = 0): number =>
  enoughPrompts((prompts) => {
    const heldOut = Math.floor(prompts * heldOutPart);
    const sampleSize = prompts - heldOut;
    const strongCount = Math.round(share * sampleSize);
    const newPrompts = heldOut === 0 ? sampleSize : heldOut;
    const [low, high] = shareInterval({ strongCount, sampleSize, newPrompts });
    return isNarrow([low, high], strongCount / sampleSize);
  });

/** Whether a range reaches no further than {@link NARROW_RANGE} from a share, but for rounding. */
export const isNarrow = ([low, high]: readonly [number, number], share: number): boolean =>
  Math.max(share - low, high - share) <= NARROW_RANGE + 1e-9;

/** A number of prompts that is enough while a few fewer are not, by doubling and halving: about 40 tries. */
export function enoughPrompts(isEnough: (prompts: number) => boolean): number {
  let enough = 1;
  while (enough < MOST_PROMPTS && !isEnough(enough)) enough *= 2;
  let few = Math.floor(enough / 2);
  while (few + 1 < enough) {
    const middle = Math.floor((few + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}
