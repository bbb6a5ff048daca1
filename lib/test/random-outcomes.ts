import { createRandom } from "@/lib/math/seeded-random";

/** n made-up questions with right-or-wrong outcomes, the strong model better, and win rates that know a little of it. */
export function randomOutcomes(questions: number, seed: number) {
  const random = createRandom(seed);
  const strong = Array.from({ length: questions }, () => (random() < 0.8 ? 1 : 0));
  const weak = Array.from({ length: questions }, () => (random() < 0.65 ? 1 : 0));
  const winRates = strong.map((score, index) => 0.3 + 0.1 * (score - (weak[index] ?? 0)) + 0.5 * random());
  return { strong, weak, winRates };
}
