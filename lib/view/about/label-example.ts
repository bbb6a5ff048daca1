import { softmax } from "@/lib/math/softmax";

type LabelProbability = {
  readonly label: string;
  readonly probability: number;
  /** Whether it is taken off the win rate. */
  readonly counted: boolean;
};

export type LabelExample = { readonly labels: readonly LabelProbability[]; readonly winRate: number };

/** What remains of 1 without the counted labels. */
const withoutCounted = (labels: readonly LabelProbability[]): number =>
  labels.reduce((rest, { probability, counted }) => (counted ? rest - probability : rest), 1);

/**
 * The arithmetic of the BERT router: three labels, of which a tie and a win of the weak model are taken off.
 * @param difficulty of the prompt, in [0, 1]; the logits are made up, the rest is what the router does.
 */
export function threeLabelExample(difficulty: number): LabelExample {
  const [strong = 0, tie = 0, weak = 0] = softmax([3.2 * difficulty - 1.4, 0, 1 - 2.6 * difficulty]);
  const labels = [
    { label: "strong wins", probability: strong, counted: false },
    { label: "tie", probability: tie, counted: true },
    { label: "weak wins", probability: weak, counted: true },
  ];
  return { labels, winRate: withoutCounted(labels) };
}

const QUALITIES = [1, 2, 3, 4, 5];

/**
 * The arithmetic of the causal-LLM router: the next token says how good the weak model's answer will be; the two best
 * labels are taken off.
 * @param difficulty of the prompt, in [0, 1]; the logits are made up, the rest is what the router does.
 */
export function fiveLabelExample(difficulty: number): LabelExample {
  const expected = 4.8 - 3.4 * difficulty;
  const probabilities = softmax(QUALITIES.map((quality) => -((quality - expected) ** 2) / 1.6));
  const labels = QUALITIES.map((quality, index) => ({
    label: `[[${quality}]]`,
    probability: probabilities[index] ?? 0,
    counted: quality >= 4,
  }));
  return { labels, winRate: withoutCounted(labels) };
}
