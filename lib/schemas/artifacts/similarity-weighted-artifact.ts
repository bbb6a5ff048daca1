import { z } from "zod";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";
import { floatTextLength, floatTextSchema } from "./float-text";

const count = z.number().int().min(0);
const total = (counts: readonly number[]): number => counts.reduce((sum, value) => sum + value, 0);

/** The similarity-weighted router: n distinct prompts of d dimensions, by group, with m cells of win mass. */
export const similarityWeightedArtifactSchema = z
  .object({
    schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
    modelTiers: z.record(z.string(), count),
    playerCount: z.number().int().min(1),
    dimensions: z.number().int().min(1),
    /** Prompts come group by group, in this order, ascending; the counts add up to n. */
    groups: z.array(z.object({ group: count, prompts: count })),
    /** (n × d) row-major. */
    embeddings: floatTextSchema,
    /** (n) cells of each prompt; they add up to m. */
    cellCounts: z.array(count),
    /** (m) winner · playerCount + loser. */
    cells: z.array(count),
    /** (m) win mass. */
    masses: floatTextSchema,
  })
  .refine(({ groups, cellCounts }) => total(groups.map(({ prompts }) => prompts)) === cellCounts.length, {
    error: "the groups' prompts must add up to the length of cellCounts",
    path: ["groups"],
  })
  .refine(({ groups }) => groups.every(({ group }, index) => index === 0 || (groups[index - 1]?.group ?? 0) < group), {
    error: "groups must ascend",
    path: ["groups"],
  })
  .refine(
    ({ embeddings, cellCounts, dimensions }) => embeddings.length === floatTextLength(cellCounts.length * dimensions),
    { error: "embeddings must hold prompts × dimensions floats", path: ["embeddings"] },
  )
  .refine(({ cellCounts, cells }) => total(cellCounts) === cells.length, {
    error: "cellCounts must add up to the number of cells",
    path: ["cellCounts"],
  })
  .refine(({ cells, playerCount }) => cells.every((cell) => cell < playerCount * playerCount), {
    error: "every cell must be below playerCount²",
    path: ["cells"],
  })
  .refine(({ masses, cells }) => masses.length === floatTextLength(cells.length), {
    error: "masses must hold one float a cell",
    path: ["masses"],
  })
  .refine(({ modelTiers, playerCount }) => Object.values(modelTiers).every((tier) => tier < playerCount), {
    error: "every model's tier must be below playerCount",
    path: ["modelTiers"],
  });

export type SimilarityWeightedArtifact = z.infer<typeof similarityWeightedArtifactSchema>;
