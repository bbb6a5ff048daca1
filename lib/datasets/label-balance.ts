import type { GoldenRow } from "@/lib/domain/golden-row";
import { mean } from "@/lib/math/moments";

/** How often side A won, side B won, and neither. */
export type LabelBalance = { readonly a: number; readonly b: number; readonly tie: number };

/** Counts outcomes by the side they favour: above 0.5 is A's, below is B's. */
export function labelBalance(outcomes: readonly number[]): LabelBalance {
  const a = outcomes.filter((outcome) => outcome > 0.5).length;
  const b = outcomes.filter((outcome) => outcome < 0.5).length;
  return { a, b, tie: outcomes.length - a - b };
}

/**
 * A golden table as the battles it stands for: on every question each model against each other one; the higher score
 * wins and equal scores tie. Side A is the model with the higher mean over the table, so that `b` counts the upsets.
 */
export function tableBalance(rows: readonly Pick<GoldenRow, "scores">[]): LabelBalance {
  const models = rankModels(rows);
  const balance = { a: 0, b: 0, tie: 0 };
  for (const { scores } of rows) {
    const inOrder = models.flatMap((model) => scores.get(model) ?? []);
    inOrder.forEach((better, place) => {
      for (let other = place + 1; other < inOrder.length; other += 1) {
        const worse = inOrder[other] ?? 0;
        balance[better > worse ? "a" : better < worse ? "b" : "tie"] += 1;
      }
    });
  }
  return balance;
}

/** Models by mean score, the best first; equals by name. */
function rankModels(rows: readonly Pick<GoldenRow, "scores">[]): string[] {
  const byModel = new Map<string, number[]>();
  for (const [model, score] of rows.flatMap(({ scores }) => [...scores])) {
    const list = byModel.get(model);
    if (list === undefined) byModel.set(model, [score]);
    else list.push(score);
  }
  const means = [...byModel].map(([model, scores]) => ({ model, mean: mean(scores) }));
  return means
    .sort((left, right) => right.mean - left.mean || (left.model < right.model ? -1 : 1))
    .map(({ model }) => model);
}
