import type { OnBadRow } from "@/lib/datasets/prompts/bad-rows";
import type { GoldenRow } from "@/lib/domain/golden-row";
import { goldenLineSchema } from "@/lib/schemas/files/data-lines";
import { canonicalModel } from "./canonical-model";
import { readJsonLines } from "./read-json-lines";

/** A row and what its source says of it. */
export type SourcedGoldenRow = GoldenRow & {
  /** The question is one of a benchmark: never train on it. */
  readonly flagged: boolean;
};

export async function readGoldenTable(path: string, onBadRow?: OnBadRow): Promise<SourcedGoldenRow[]> {
  const lines = await readJsonLines(path, goldenLineSchema, onBadRow);
  return lines.map((line) => ({
    id: line.id,
    prompt: line.prompt,
    category: line.category,
    scores: new Map(
      Object.entries(line.scores).flatMap(([model, score]) => (score === null ? [] : [[canonicalModel(model), score]])),
    ),
    flagged: (line.in_benchmark?.length ?? 0) > 0,
  }));
}
