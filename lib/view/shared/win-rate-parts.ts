import type { RouterId } from "@/lib/domain/router-id";
import type { OutcomeBin } from "@/lib/evaluation/outcome-bins";
import { formatCounted, formatWinRate } from "./format";

/** Of 100 questions with about one win rate: whole numbers that add up to 100. */
export type WinRateParts = {
  readonly strong: number;
  readonly tie: number;
  readonly weak: number;
  /** The questions that they were counted on. */
  readonly questions: number;
  /** Their mean win rate. */
  readonly winRate: number;
};

const KEYS = ["strong", "tie", "weak"] as const;

/** What a win rate stands for, from the bin nearest to it; undefined without one. */
export function winRateParts(bins: readonly OutcomeBin[], winRate: number): WinRateParts | undefined {
  const distance = (bin: OutcomeBin): number => Math.abs(bin.winRate - winRate);
  const [first, ...others] = bins;
  if (first === undefined) return undefined;
  const bin = others.reduce((best, next) => (distance(next) < distance(best) ? next : best), first);
  const questions = bin.strong + bin.tie + bin.weak;
  const exact = KEYS.map((key) => (100 * bin[key]) / questions);
  const whole = exact.map(Math.floor);
  // What rounding down left over goes to the largest fractions.
  const left = 100 - whole.reduce((sum, part) => sum + part, 0);
  const order = [0, 1, 2].sort((a, b) => fraction(exact, b) - fraction(exact, a));
  const [strong = 0, tie = 0, weak = 0] = whole.map((part, index) => part + (order.indexOf(index) < left ? 1 : 0));
  return { strong, tie, weak, questions, winRate: bin.winRate };
}

const fraction = (values: readonly number[], index: number): number => (values[index] ?? 0) % 1;

/** The three parts in words, and what the win rate makes of them. */
export function winRatePartsInWords(
  { strong, tie, weak, questions, winRate }: WinRateParts,
  { subject, questionsOf }: { readonly subject: string; readonly questionsOf: string },
): { readonly parts: string; readonly definition: string } {
  return {
    parts: `${subject} Of 100 questions of ${questionsOf} with about this win rate, the strong model was better on ${strong}, the two did equally well on ${tie}, and the weak one was better on ${weak}.`,
    definition: `The win rate counts a tie half: ${strong} + ${tie}/2 = ${strong + tie / 2} of 100. Counted on ${formatCounted(questions, "question")} with win rates about ${formatWinRate(winRate)} that no router was trained on; for other prompts nobody knows the parts.`,
  };
}

/** What was measured of every router's win rates; no bins for a router that nothing is known of. */
export type MeasuredBins = Readonly<Record<RouterId, readonly OutcomeBin[]>>;
