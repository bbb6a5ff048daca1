import { createGraphBuilder, type Value } from "@/lib/onnx/graph-builder";

/**
 * A sequence classifier as other people's exporters write them: score of label j = mean over the tokens that the mask
 * leaves of table[id][j].
 * @param options.table (vocabulary, labels) row-major.
 */
export function smallClassifier(options: {
  labels: number;
  table: Float32Array;
  tokenTypes?: boolean;
  output?: string;
  maskType?: "int64" | "float32";
}): Uint8Array {
  const { labels, table, tokenTypes = false, output = "logits", maskType = "int64" } = options;
  const graph = createGraphBuilder();
  const weights = graph.constant("table", table, [table.length / labels, labels]);
  const rows = graph.node("Gather", [weights, "input_ids"]);
  const mask = graph.node("Unsqueeze", [graph.node("Cast", ["attention_mask"], { to: 1 }), graph.integers(2)]);
  const over = (value: Value) => graph.node("ReduceSum", [value, graph.integers(1)], { keepdims: 0 });
  const mean = graph.node("Div", [over(graph.node("Mul", [rows, mask])), over(mask)]);
  const types = tokenTypes ? over(graph.node("Unsqueeze", ["token_type_ids", graph.integers(2)])) : undefined;
  const moved = types === undefined ? mean : graph.node("Add", [mean, graph.node("Cast", [types], { to: 1 })]);
  graph.output(output, "Identity", [moved], {});
  const shape = ["batch", "sequence"];
  return graph.finish({
    name: "classifier",
    inputs: [
      { name: "input_ids", type: "int64", shape },
      { name: "attention_mask", type: maskType, shape },
      ...(tokenTypes ? [{ name: "token_type_ids", type: "int64" as const, shape }] : []),
    ],
    outputs: [{ name: output, type: "float32", shape: ["batch", labels] }],
  });
}
