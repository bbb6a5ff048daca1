import { RoutingError } from "@/lib/domain/routing-error";
import type { MatrixFactorizationWeights } from "@/lib/routers/matrix-factorization-router";
import { readSafetensors } from "@/lib/storage/read-safetensors";

/**
 * Reads matrix-factorization weights in the layout of the public release: `P.weight` (models × k),
 * `text_proj.0.weight` (k × d) and `classifier.0.weight` (1 × k). The release knows its models by index only, so the
 * name of model 24 is "24".
 * @throws RoutingError if the file is not such a checkpoint.
 */
export async function readReleasedCheckpoint(path: string): Promise<MatrixFactorizationWeights> {
  const refuse = (problem: string) =>
    new RoutingError({ code: "invalid_data", parameter: path, message: `${path} ${problem}.` });
  const { names, tensor } = await readSafetensors(path);
  // Passing one over would give win rates that look right and are not.
  const bias = names.find((name) => name.endsWith(".bias"));
  if (bias !== undefined) {
    throw refuse(`has a tensor "${bias}", which the released layout has not; it must be trained without biases`);
  }
  const [modelVectors, projection, classifier] = [
    tensor("P.weight"),
    tensor("text_proj.0.weight"),
    tensor("classifier.0.weight"),
  ];
  const [models, hidden] = modelVectors.shape;
  const [rows, dimensions] = projection.shape;
  const fits =
    modelVectors.shape.length === 2 &&
    projection.shape.length === 2 &&
    rows === hidden &&
    classifier.values.length === hidden &&
    (classifier.shape.length === 1 || classifier.shape[0] === 1);
  if (!fits || !models || !hidden || !dimensions) {
    const shapes = [modelVectors, projection, classifier].map(({ shape }) => shape.join(" × ")).join(", ");
    throw refuse(
      `has tensors of shapes ${shapes}, which do not fit together; they must be models × k, k × d and 1 × k`,
    );
  }
  return {
    modelIndices: Object.fromEntries(Array.from({ length: models }, (_, index) => [String(index), index])),
    hidden,
    dimensions,
    modelVectors: modelVectors.values,
    projection: projection.values,
    classifier: classifier.values,
  };
}
