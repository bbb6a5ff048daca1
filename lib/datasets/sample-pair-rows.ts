import { BROKEN_SUBJECT } from "@/lib/domain/benchmark";
import { groupBy } from "@/lib/math/group-by";
import { sampleIndices } from "@/lib/math/sample-indices";
import type { BenchmarkQuestion } from "./read-benchmark";

/**
 * A sample of MMLU questions for training, stratified by subject and seeded; none of the subject whose recorded answers
 * are broken. Every subject gives at least its share rounded down; what rounding leaves over is drawn from all subjects.
 * @returns indices into `questions`, ascending, `size` of them (or all usable ones if there are fewer).
 */
export function samplePairRows(options: {
  questions: readonly BenchmarkQuestion[];
  size: number;
  random: () => number;
}): number[] {
  const { questions, size, random } = options;
  const usable = questions.map((_, index) => index).filter((index) => questions[index]?.category !== BROKEN_SUBJECT);
  const share = Math.min(1, size / Math.max(1, usable.length));
  const chosen: number[] = [];
  const leftOver: number[] = [];
  for (const [, members] of groupBy(usable, (index) => questions[index]?.category ?? "")) {
    const sure = Math.floor(members.length * share);
    const order = sampleIndices({ size: members.length, count: members.length, random });
    order.forEach((position, place) => {
      (place < sure ? chosen : leftOver).push(members[position] ?? 0);
    });
  }
  const missing = Math.min(size, usable.length) - chosen.length;
  // Largest remainders would favour the same subjects for every seed: the missing few are drawn at random.
  for (const position of sampleIndices({ size: leftOver.length, count: Math.max(0, missing), random })) {
    chosen.push(leftOver[position] ?? 0);
  }
  return chosen.sort((left, right) => left - right);
}
