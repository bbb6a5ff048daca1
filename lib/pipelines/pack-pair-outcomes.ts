import { canonicalModel } from "@/lib/datasets/canonical-model";
import type { PairQuestion } from "@/lib/datasets/read-pair-table";
import type { PairTableId } from "@/lib/domain/pair-table";
import { packBits } from "@/lib/math/bit-set";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import type { PairOutcomes } from "@/lib/schemas/artifacts/pair-outcomes-artifact";

/** A score of at least this is a right answer; these tables hold right and wrong alone. */
const RIGHT = 0.5;

/** The figures of a table of outcomes, without a word of its questions. */
export function packPairOutcomes(
  table: PairTableId,
  source: { readonly questions: readonly PairQuestion[]; readonly source: string; readonly licence: string },
): PairOutcomes {
  const { questions } = source;
  const models = [...new Set(questions.flatMap(({ scores }) => Object.keys(scores)))].sort();
  const categories = [...new Set(questions.map(({ category }) => category))].sort();
  const flags = (read: (score: number | null | undefined) => boolean): boolean[] =>
    models.flatMap((model) => questions.map(({ scores }) => read(scores[model])));
  const asked = flags((score) => score !== null && score !== undefined);
  const idPrefix = commonPrefix(questions.map(({ id }) => id));
  return {
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    ...{ table, source: source.source, licence: source.licence, idPrefix },
    ids: questions.map(({ id }) => id.slice(idPrefix.length)),
    categories,
    category: questions.map(({ category }) => categories.indexOf(category)),
    models: models.map((name) => ({ name, canonical: canonicalModel(name) })),
    correct: toBase64(flags((score) => (score ?? 0) >= RIGHT)),
    asked: asked.every(Boolean) ? null : toBase64(asked),
  };
}

const toBase64 = (flags: readonly boolean[]): string => Buffer.from(packBits(flags)).toString("base64");

function commonPrefix(ids: readonly string[]): string {
  let prefix = ids[0] ?? "";
  for (const id of ids) while (!id.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}
