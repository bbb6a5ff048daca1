import { z } from "zod";

/**
 * Schemas of the lines that `score` reads. All embeddings of one run must be equally long: as long as `expected` says,
 * or else as the first line parsed, battles and prompts alike; so make new schemas for each run.
 */
export function createScoreLineSchemas(expected?: { readonly dimensions: number; readonly source: string }) {
  let dimensions = expected?.dimensions;
  const source = expected?.source ?? "the first embedding";
  const embedding = z
    .array(z.number(), { error: "an embedding must be a list of numbers" })
    .min(1, { error: "an embedding needs at least one number" })
    .superRefine((numbers, context) => {
      dimensions ??= numbers.length;
      if (numbers.length === dimensions) return;
      const message = `it has ${numbers.length} numbers where ${source} has ${dimensions}`;
      context.addIssue({ code: "custom", message });
    });
  const model = z.string().min(1);
  return {
    battleLine: z.object({
      model_a: model,
      model_b: model,
      winner: z.enum(["model_a", "model_b", "tie", "tie (bothbad)"]),
      embedding,
    }),
    promptLine: z.object({ embedding }),
  };
}

type ScoreLineSchemas = ReturnType<typeof createScoreLineSchemas>;
export type ScoreBattleLine = z.infer<ScoreLineSchemas["battleLine"]>;
export type ScorePromptLine = z.infer<ScoreLineSchemas["promptLine"]>;
