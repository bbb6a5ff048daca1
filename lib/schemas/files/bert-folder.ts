import { z } from "zod";

/**
 * `routellm.json` beside a user's own `model.onnx` and `tokenizer.json`; every field has a default.
 * - `positions`: longest text in tokens, special ones included; 512 unless told otherwise.
 * - `strongLabels`: indices of the labels that count as a win of the strong model. With three labels: 0 (strong wins, tie,
 *   weak wins). A head of one output has two labels, 0 for yes = σ(output) and 1 for no; 0 counts unless told otherwise.
 *   Any other head must say.
 * - `scores`: what the head gives. `logits` become probabilities by a softmax, or by σ where there is one.
 */
export const bertFolderSchema = z.strictObject({
  positions: z.number().int().min(8).max(8192).default(512),
  strongLabels: z.array(z.number().int().min(0)).min(1).optional(),
  scores: z.enum(["logits", "probabilities"]).default("logits"),
});
