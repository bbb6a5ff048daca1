import type { LabelProbabilities } from "@/lib/domain/label-probabilities";
import type { LabelModel } from "@/lib/routers/label-model";
import { lengthBatches } from "./length-batches";
import type { Refuse } from "./refuse";
import type { IntegerMatrix, Session } from "./session-pool";
import type { SequenceMaker } from "./token-sequences";

/** A model behind a session: how prompts become its inputs, and its outputs probabilities. */
export type LabelRunner = {
  readonly session: Session;
  readonly sequence: SequenceMaker;
  /** What stands behind the end of a shorter row. */
  readonly padding: number;
  /** Scores of a row that the model gives. */
  readonly scores: number;
  readonly output: string;
  readonly labels: number;
  /** The inputs for one batch of ids. */
  readonly inputs: (batch: IntegerMatrix, lengths: readonly number[]) => Readonly<Record<string, IntegerMatrix>>;
  readonly toProbabilities: (scores: readonly number[]) => LabelProbabilities;
  readonly refuse: Refuse;
};

/** Prompts → label probabilities, in batches of rows of about one length. */
export function createLabelModel(runner: LabelRunner): LabelModel {
  return {
    labels: runner.labels,
    async labelBatch(prompts) {
      const sequences = prompts.map(runner.sequence);
      const results: LabelProbabilities[] = new Array(prompts.length);
      for (const { rows, length } of lengthBatches(sequences.map((ids) => ids.length))) {
        const batch = await runBatch(
          runner,
          rows.map((row) => sequences[row] ?? []),
          length,
        );
        rows.forEach((row, place) => {
          results[row] = batch[place] ?? [];
        });
      }
      return results;
    },
  };
}

/** @throws RoutingError by the runner's `refuse` if the model gives other than finite numbers. */
export async function runBatch(
  runner: LabelRunner,
  sequences: readonly (readonly number[])[],
  length: number,
): Promise<LabelProbabilities[]> {
  const ids = new BigInt64Array(sequences.length * length).fill(BigInt(runner.padding));
  sequences.forEach((sequence, row) => {
    sequence.forEach((id, place) => {
      ids[row * length + place] = BigInt(id);
    });
  });
  const matrix = { values: ids, rows: sequences.length, columns: length };
  const lengths = sequences.map((sequence) => sequence.length);
  const flat = await runner.session.run(runner.inputs(matrix, lengths), runner.output);
  if (flat.length !== sequences.length * runner.scores) {
    const { rows, labels } = { rows: sequences.length, labels: runner.scores };
    throw runner.refuse(`gives ${flat.length} numbers for ${rows} texts where ${labels} a text are right`);
  }
  if (!flat.every(Number.isFinite)) {
    throw runner.refuse("gives results that are not numbers, so weights in it are damaged");
  }
  return sequences.map((_, row) =>
    runner.toProbabilities(Array.from(flat.subarray(row * runner.scores, (row + 1) * runner.scores))),
  );
}
