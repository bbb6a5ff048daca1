import { transformerShapes } from "@/lib/domain/transformer-shapes";
import type { Tensor, TransformerWeights } from "@/lib/domain/transformer-weights";
import { createGraphBuilder, type GraphBuilder, type Value } from "./graph-builder";
import { quantize } from "./quantize-tensor";
import { buildTransformer } from "./transformer-graph";

/** `int8`: a quarter of the size; tables keep a scale a row, matrices a scale a column. */
export type Precision = "float32" | "int8";

/** Names of the file's only input and output. */
const INPUT = "ids";
const OUTPUT = "probabilities";

/** Tables are looked up row by row. */
const TABLES = ["tokens", "positions"];

/**
 * A trained transformer as an ONNX file. Input `ids` int64 (n, L), padded at the right with 0; output `probabilities`
 * (n, labels). In an int8 file the weights are stored as 8-bit numbers and turned back into floats when it is opened
 * (the operators in between have constant inputs, which onnxruntime computes once), so that only weights are rounded,
 * never what flows between layers.
 * @throws TypeError if a tensor is missing, of another shape than its name stands for, or not finite: a bug of training.
 */
export function exportTransformer(weights: TransformerWeights, { precision }: { precision: Precision }): Uint8Array {
  const { shape, model, tensors } = weights;
  const graph = createGraphBuilder();
  const values = new Map<string, Value>();
  for (const [name, expected] of Object.entries(transformerShapes(shape, model))) {
    const tensor = checked(name, tensors[name], expected);
    values.set(name, write(graph, { name, tensor, precision }));
  }
  const weight = (name: string): Value => {
    const value = values.get(name);
    if (value === undefined) throw new TypeError(`The transformer has no tensor ${name}`);
    return value;
  };
  buildTransformer({ graph, shape, weight, model, ids: INPUT, output: OUTPUT });
  const labels = model.kind === "encoder" ? model.labels : model.labelTokens.length;
  return graph.finish({
    name: model.kind,
    inputs: [{ name: INPUT, type: "int64", shape: ["sequences", "tokens"] }],
    outputs: [{ name: OUTPUT, type: "float32", shape: ["sequences", labels] }],
  });
}

function write(graph: GraphBuilder, options: { name: string; tensor: Tensor; precision: Precision }): Value {
  const { name, tensor, precision } = options;
  if (precision === "float32" || tensor.shape.length < 2) return graph.constant(name, tensor.values, tensor.shape);
  const { values, scales, scaleShape } = quantize(tensor, TABLES.includes(name) ? "rows" : "columns");
  const integers = graph.node("Cast", [graph.constant(name, values, tensor.shape)], { to: 1 });
  return graph.node("Mul", [integers, graph.constant(`${name}.scale`, scales, scaleShape)]);
}

function checked(name: string, tensor: Tensor | undefined, expected: readonly number[]): Tensor {
  if (tensor === undefined) throw new TypeError(`The transformer's tensor ${name} is missing`);
  if (tensor.shape.join() !== expected.join()) {
    throw new TypeError(`The tensor ${name} is (${tensor.shape.join(", ")}) where (${expected.join(", ")}) is right`);
  }
  if (!tensor.values.every(Number.isFinite)) throw new TypeError(`The tensor ${name} holds values that are not finite`);
  return tensor;
}
