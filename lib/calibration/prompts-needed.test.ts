import { expect, it } from "vitest";
import { enoughPrompts, isNarrow, NARROW_RANGE, promptsForNarrowRange } from "./prompts-needed";
import { shareInterval } from "./share-interval";

it("finds the smallest number of prompts that is enough", () => {
  for (const needed of [1, 2, 3, 64, 65, 12_345]) {
    expect(enoughPrompts((prompts) => prompts >= needed)).toBe(needed);
  }
});

it.each([0.02, 0.1, 0.5, 0.9])(
  "makes the very range that is shown five points to either side, for a share of %d",
  (share) => {
    for (const heldOutPart of [0, 0.2]) {
      const range = (prompts: number) => {
        const newPrompts = heldOutPart === 0 ? prompts : Math.floor(prompts * heldOutPart);
        const sampleSize = heldOutPart === 0 ? prompts : prompts - newPrompts;
        const strongCount = Math.round(share * sampleSize);
        return { interval: shareInterval({ strongCount, sampleSize, newPrompts }), measured: strongCount / sampleSize };
      };
      const needed = promptsForNarrowRange(share, heldOutPart);
      const [enough, few] = [range(needed), range(Math.floor(0.85 * needed))];
      expect(isNarrow(enough.interval, enough.measured)).toBe(true);
      expect(isNarrow(few.interval, few.measured)).toBe(false);
    }
  },
);

it("needs about what the normal approximation says: 2 · .25 · (1.96 / .05)² for half of the calls", () => {
  const expected = (2 * 0.25 * 1.96 ** 2) / NARROW_RANGE ** 2;
  expect(Math.abs(promptsForNarrowRange(0.5) / expected - 1)).toBeLessThan(0.05);
});
