import { expect, it } from "vitest";
import { reliabilityFinding } from "./reliability-finding";

it("names both errors where a router was scaled, and one where it was not", () => {
  expect(reliabilityFinding("MF", { before: 0.1234, after: 0.045, battles: 2848 })).toBe(
    "MF: win rates lie 4.5 points from the outcomes of 2,848 held-out battles on average, 12.3 before scaling; the ranking of prompts is the same.",
  );
  expect(reliabilityFinding("Random", { before: 0.2, after: 0.2, battles: 10 })).toBe(
    "Random: win rates lie 20.0 points from the outcomes of 10 held-out battles on average.",
  );
});
