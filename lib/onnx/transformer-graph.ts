import type { TransformerKind, TransformerShape } from "@/lib/domain/transformer-weights";
import type { GraphBuilder, Value } from "./graph-builder";

/** Added to the scores of what must not be looked at; e^(−10⁹) is 0 in every precision. */
const MASKED = -1e9;
const NORM_EPSILON = 1e-5;
const LAST_AXIS = -1;

/** Everything the graph computes is (n, L, …) for n sequences of L tokens; `ids` is (n, L). */
type Network = {
  readonly graph: GraphBuilder;
  readonly shape: TransformerShape;
  /** A weight as 32-bit floats, however the file holds it. */
  readonly weight: (name: string) => Value;
};

/** @returns (n, labels) probabilities under the name `output`. */
export function buildTransformer(network: Network & { model: TransformerKind; ids: Value; output: Value }): void {
  const { graph, shape, weight, model, ids, output } = network;
  const length = graph.node("Gather", [graph.node("Shape", [ids]), graph.integer(1)]);
  const places = graph.node("Range", [graph.integer(0), length, graph.integer(1)]);
  const real = realTokens(graph, ids, places);
  const bias = attentionBias(graph, { real, places, causal: model.kind === "decoder" });
  const rows = graph.node("Gather", [weight("tokens"), ids]);
  let x = graph.node("Add", [rows, graph.node("Gather", [weight("positions"), places])]);
  for (let layer = 0; layer < shape.layers; layer += 1) {
    const at = `layers.${layer}`;
    x = graph.node("Add", [x, attention(network, { x: norm(network, x, `${at}.attentionNorm`), bias, at })]);
    const wide = linear(network, norm(network, x, `${at}.feedForwardNorm`), `${at}.up`);
    x = graph.node("Add", [x, linear(network, graph.node("Relu", [wide]), `${at}.down`)]);
  }
  if (model.kind === "encoder") {
    const features = pool(network, { x: norm(network, x, "finalNorm"), real });
    const hidden = graph.node("Relu", [linear(network, features, "head.hidden")]);
    graph.output(output, "Softmax", [linear(network, hidden, "head.labels")], { axis: LAST_AXIS });
  } else {
    const state = norm(network, lastToken(graph, { x, real }), "finalNorm");
    const tokens = graph.node("Transpose", [weight("tokens")], { perm: [1, 0] });
    const next = graph.node("Softmax", [graph.node("MatMul", [state, tokens])], { axis: LAST_AXIS });
    const labels = graph.integers(...model.labelTokens);
    graph.output(output, "Gather", [next, labels], { axis: 1 });
  }
}

/** (n, L): not padding. The first place always counts, so that an empty text is read as one padding token. */
function realTokens(graph: GraphBuilder, ids: Value, places: Value): Value {
  const zero = graph.integer(0);
  return graph.node("Or", [graph.node("Not", [graph.node("Equal", [ids, zero])]), graph.node("Equal", [places, zero])]);
}

/** (n, 1, 1 or L, L): 0 where a query (third axis) may look at a key (fourth axis), else far below zero. */
function attentionBias(graph: GraphBuilder, options: { real: Value; places: Value; causal: boolean }): Value {
  const { real, places, causal } = options;
  const keys = graph.node("Unsqueeze", [real, graph.integers(1, 2)]);
  const allowed = causal ? graph.node("And", [keys, earlier(graph, places)]) : keys;
  return graph.node("Where", [allowed, graph.float(0), graph.float(MASKED)]);
}

/** (L, L): the key stands no later than the query. */
const earlier = (graph: GraphBuilder, places: Value): Value =>
  graph.node("LessOrEqual", [
    graph.node("Unsqueeze", [places, graph.integers(0)]),
    graph.node("Unsqueeze", [places, graph.integers(1)]),
  ]);

const norm = ({ graph, weight }: Network, x: Value, name: string): Value =>
  graph.node("LayerNormalization", [x, weight(`${name}.gain`), weight(`${name}.bias`)], {
    axis: LAST_AXIS,
    epsilon: { float: NORM_EPSILON },
  });

/** xW + b */
const linear = ({ graph, weight }: Network, x: Value, name: string): Value =>
  graph.node("Add", [graph.node("MatMul", [x, weight(`${name}.weight`)]), weight(`${name}.bias`)]);

/** softmax(qkᵀ/√(d/heads) + bias) v, heads side by side, through the output matrix. */
function attention(network: Network, options: { x: Value; bias: Value; at: string }): Value {
  const { graph, shape } = network;
  const { width, heads } = shape;
  const size = width / heads;
  const qkv = linear(network, options.x, `${options.at}.qkv`);
  const part = (index: number, axes: readonly number[]): Value => {
    const columns = [graph.integers(index * width), graph.integers((index + 1) * width), graph.integers(2)];
    const slice = graph.node("Slice", [qkv, ...columns]);
    return graph.node("Transpose", [graph.node("Reshape", [slice, graph.integers(0, 0, heads, size)])], { perm: axes });
  };
  const scores = graph.node("MatMul", [part(0, [0, 2, 1, 3]), part(1, [0, 2, 3, 1])]);
  const scaled = graph.node("Mul", [scores, graph.float(1 / Math.sqrt(size))]);
  const shares = graph.node("Softmax", [graph.node("Add", [scaled, options.bias])], { axis: LAST_AXIS });
  const mixed = graph.node("MatMul", [shares, part(2, [0, 2, 1, 3])]);
  const sideBySide = graph.node("Reshape", [
    graph.node("Transpose", [mixed], { perm: [0, 2, 1, 3] }),
    graph.integers(0, 0, width),
  ]);
  return linear(network, sideBySide, `${options.at}.output`);
}

const FLOAT = { to: 1 } as const;

/** (n, 2d + 1): mean and maximum over the real tokens, ln(their number) / ln(positions). */
function pool({ graph, shape }: Network, { x, real }: { x: Value; real: Value }): Value {
  const mask = graph.node("Unsqueeze", [real, graph.integers(2)]);
  const ones = graph.node("Cast", [mask], FLOAT);
  const count = graph.node("ReduceSum", [ones, graph.integers(1)], { keepdims: 0 });
  const total = graph.node("ReduceSum", [graph.node("Mul", [x, ones]), graph.integers(1)], { keepdims: 0 });
  const maximum = graph.node("ReduceMax", [graph.node("Where", [mask, x, graph.float(MASKED)])], {
    axes: [1],
    keepdims: 0,
  });
  const size = graph.node("Div", [graph.node("Log", [count]), graph.float(Math.log(shape.positions))]);
  return graph.node("Concat", [graph.node("Div", [total, count]), maximum, size], { axis: 1 });
}

/** (n, d): the state at the last real token. */
function lastToken(graph: GraphBuilder, { x, real }: { x: Value; real: Value }): Value {
  const count = graph.node("ReduceSum", [graph.node("Cast", [real], { to: 7 }), graph.integers(1)], { keepdims: 1 });
  const last = graph.node("Sub", [count, graph.integer(1)]);
  return graph.node("GatherND", [x, last], { batch_dims: 1 });
}
