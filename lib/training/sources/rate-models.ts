import { fitBradleyTerry, type ModelRating, type RatedBattle } from "@/lib/training/solvers/fit-bradley-terry";
import type { GoldenTable, TrainingData } from "./training-data";

/**
 * Rates every model of the training data on one scale. Judged battles count as they are, ties as half a win. Of a
 * golden table only the questions that tell two models apart count: P(A right, B wrong) / P(B right, A wrong) is the
 * odds of their abilities whatever the questions' difficulty (Rasch), so tables of easy and of hard questions give
 * ratings that compare; with ties as half wins, easy tables would pull all their models together.
 * @returns best first.
 */
export function rateModels(data: TrainingData): readonly ModelRating[] {
  const judged = [...data.battles.values()].flat().map((battle) => ({ ...battle, weight: 1 }));
  const tables = data.tables.flatMap(decisiveBattles);
  return fitBradleyTerry([...judged, ...tables, ...decisiveBattles(pairTable(data))]);
}

/** The pair's own rows as a golden table of two models. */
const pairTable = ({ pair, pairRows }: TrainingData): GoldenTable => ({
  name: "pair",
  rows: pairRows.map(({ prompt, subject, strong, weak }) => ({
    id: "",
    prompt,
    category: subject,
    scores: new Map([
      [pair.strong, strong],
      [pair.weak, weak],
    ]),
  })),
});

/** Every pair of models of a table, with the number of questions on which only the one was right. */
function decisiveBattles(table: GoldenTable): RatedBattle[] {
  const wins = new Map<string, { modelA: string; modelB: string; a: number; b: number }>();
  for (const { scores } of table.rows) {
    const entries = [...scores];
    entries.forEach(([modelA, scoreA], index) => {
      for (const [modelB, scoreB] of entries.slice(index + 1)) {
        if (scoreA === scoreB) continue;
        const key = `${modelA} ${modelB}`;
        const cell = wins.get(key) ?? { modelA, modelB, a: 0, b: 0 };
        cell.a += scoreA * (1 - scoreB);
        cell.b += scoreB * (1 - scoreA);
        wins.set(key, cell);
      }
    });
  }
  return [...wins.values()].flatMap(({ modelA, modelB, a, b }) => {
    const weight = a + b;
    return weight > 0 ? { modelA, modelB, outcome: a / weight, weight } : [];
  });
}
