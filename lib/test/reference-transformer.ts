import type { TransformerWeights } from "@/lib/domain/transformer-weights";

type Matrix = readonly (readonly number[])[];

const softmax = (scores: readonly number[]): number[] => {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
const relu = (row: readonly number[]): number[] => row.map((value) => Math.max(0, value));

/**
 * The forward pass as its description reads, one sequence without padding, in double precision and without a thought
 * for speed: what the exported file is held to.
 * @returns probabilities of the labels.
 */
export function referenceProbabilities(weights: TransformerWeights, ids: readonly number[]): number[] {
  const { shape, model, tensors } = weights;
  const values = (name: string): number[] => Array.from(tensors[name]?.values ?? []);
  const matrix = (name: string): Matrix => {
    const columns = tensors[name]?.shape[1] ?? 1;
    const flat = values(name);
    return Array.from({ length: flat.length / columns }, (_, row) => flat.slice(row * columns, (row + 1) * columns));
  };
  const linear = (row: readonly number[], name: string): number[] => {
    const weight = matrix(`${name}.weight`);
    return values(`${name}.bias`).map((bias, column) =>
      row.reduce((sum, value, index) => sum + value * (weight[index]?.[column] ?? 0), bias),
    );
  };
  const norm = (row: readonly number[], name: string): number[] => {
    const mean = row.reduce((sum, value) => sum + value, 0) / row.length;
    const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / row.length;
    const gain = values(`${name}.gain`);
    const bias = values(`${name}.bias`);
    return row.map((value, i) => ((value - mean) / Math.sqrt(variance + 1e-5)) * (gain[i] ?? 0) + (bias[i] ?? 0));
  };
  const add = (a: readonly number[], b: readonly number[]): number[] => a.map((value, i) => value + (b[i] ?? 0));

  const { width, heads } = shape;
  const size = width / heads;
  const tokens = matrix("tokens");
  const positions = matrix("positions");
  let x = ids.map((id, place) => add(tokens[id] ?? [], positions[place] ?? []));
  for (let layer = 0; layer < shape.layers; layer += 1) {
    const qkv = x.map((row) => linear(norm(row, `layers.${layer}.attentionNorm`), `layers.${layer}.qkv`));
    const mixed = x.map((_, query) =>
      Array.from({ length: heads }, (_unused, head) => {
        const block = (row: readonly number[] | undefined, third: number): number[] =>
          (row ?? []).slice(third * width + head * size, third * width + (head + 1) * size);
        const keys = model.kind === "decoder" ? qkv.slice(0, query + 1) : qkv;
        const shares = softmax(keys.map((row) => dot(block(qkv[query], 0), block(row, 1)) / Math.sqrt(size)));
        return Array.from({ length: size }, (_entry, column) =>
          keys.reduce((sum, row, key) => sum + (shares[key] ?? 0) * (block(row, 2)[column] ?? 0), 0),
        );
      }).flat(),
    );
    x = x.map((row, place) => add(row, linear(mixed[place] ?? [], `layers.${layer}.output`)));
    x = x.map((row) => {
      const wide = relu(linear(norm(row, `layers.${layer}.feedForwardNorm`), `layers.${layer}.up`));
      return add(row, linear(wide, `layers.${layer}.down`));
    });
  }
  const last = x.map((row) => norm(row, "finalNorm"));
  if (model.kind === "decoder") {
    const next = softmax(tokens.map((row) => dot(row, last.at(-1) ?? [])));
    return model.labelTokens.map((id) => next[id] ?? 0);
  }
  const column = (index: number): number[] => last.map((row) => row[index] ?? 0);
  const features = [
    ...Array.from({ length: width }, (_, index) => column(index).reduce((sum, value) => sum + value, 0) / ids.length),
    ...Array.from({ length: width }, (_, index) => Math.max(...column(index))),
    Math.log(ids.length) / Math.log(shape.positions),
  ];
  return softmax(linear(relu(linear(features, "head.hidden")), "head.labels"));
}
