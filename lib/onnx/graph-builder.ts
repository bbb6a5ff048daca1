import { bytesField, encodeMessage, type Field, floatField, integerField, messageField, textField } from "./protobuf";

/** Codes of TensorProto.DataType. */
const DATA_TYPES = { float32: 1, int8: 3, int64: 7 } as const;
/** Codes of AttributeProto.AttributeType. */
const ATTRIBUTE_TYPES = { float: 1, int: 2, ints: 7 } as const;

/** LayerNormalization came with operator set 17, which every onnxruntime of the last years runs. */
const OPERATOR_SET = 17;
const IR_VERSION = 8;

/** The name of a value that flows through the graph. */
export type Value = string;

export type Attribute = number | readonly number[] | { readonly float: number };

type Values = Float32Array | Int8Array | BigInt64Array;

/** A dimension is a length, or a name where it may be any. */
type Port = {
  readonly name: string;
  readonly type: keyof typeof DATA_TYPES;
  readonly shape: readonly (number | string)[];
};

const dataTypeOf = (values: Values): number =>
  DATA_TYPES[values instanceof Float32Array ? "float32" : values instanceof Int8Array ? "int8" : "int64"];

function attributeField(name: string, value: Attribute): Field {
  const named = textField(1, name);
  if (typeof value === "number") {
    return messageField(5, [named, integerField(3, value), integerField(20, ATTRIBUTE_TYPES.int)]);
  }
  if ("float" in value) {
    return messageField(5, [named, floatField(2, value.float), integerField(20, ATTRIBUTE_TYPES.float)]);
  }
  return messageField(5, [
    named,
    ...value.map((entry) => integerField(8, entry)),
    integerField(20, ATTRIBUTE_TYPES.ints),
  ]);
}

function portField(number: number, { name, type, shape }: Port): Field {
  const dimensions = shape.map((length) =>
    messageField(1, [typeof length === "number" ? integerField(1, length) : textField(2, length)]),
  );
  const tensorType = messageField(1, [integerField(1, DATA_TYPES[type]), messageField(2, dimensions)]);
  return messageField(number, [textField(1, name), messageField(2, [tensorType])]);
}

/**
 * Collects an ONNX graph node by node and writes the file (format: onnx.proto of the ONNX project). Nodes stand in the
 * order in which they are added, which is an order in which they can run.
 */
export function createGraphBuilder() {
  const nodes: Field[] = [];
  const initializers: Field[] = [];
  const known = new Map<string, Value>();

  /** Weights or other numbers that are part of the file; row-major. */
  const constant = (name: string, values: Values, shape: readonly number[]): Value => {
    if (values.length !== shape.reduce((product, length) => product * length, 1)) {
      throw new TypeError(`${name} has ${values.length} values, which is not the size of (${shape.join(", ")})`);
    }
    const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    initializers.push(
      messageField(5, [
        ...shape.map((length) => integerField(1, length)),
        integerField(2, dataTypeOf(values)),
        textField(8, name),
        bytesField(9, raw),
      ]),
    );
    return name;
  };
  /** The same small constant is written once, whoever asks for it. */
  const shared = (name: string, make: (name: string) => Value): Value => {
    const value = known.get(name) ?? make(name);
    known.set(name, value);
    return value;
  };

  return {
    constant,
    /** A list of whole numbers, as shapes and axes are given. */
    integers: (...numbers: readonly number[]): Value =>
      shared(`list_${numbers.join("_")}`, (name) =>
        constant(name, BigInt64Array.from(numbers, BigInt), [numbers.length]),
      ),
    integer: (number: number): Value =>
      shared(`integer_${number}`, (name) => constant(name, BigInt64Array.of(BigInt(number)), [])),
    float: (number: number): Value => shared(`float_${number}`, (name) => constant(name, Float32Array.of(number), [])),
    /** One operator with one result, which the returned name stands for. */
    node: (operator: string, inputs: readonly Value[], attributes: Readonly<Record<string, Attribute>> = {}): Value => {
      const output = `${operator}_${nodes.length}`;
      nodes.push(nodeField(operator, inputs, [output], attributes));
      return output;
    },
    /** The same with its result under a name of the caller's. */
    output: (
      name: Value,
      operator: string,
      inputs: readonly Value[],
      attributes: Readonly<Record<string, Attribute>>,
    ) => {
      nodes.push(nodeField(operator, inputs, [name], attributes));
    },
    /** @returns the bytes of the file. */
    finish: ({ name, inputs, outputs }: { name: string; inputs: readonly Port[]; outputs: readonly Port[] }) =>
      encodeMessage([
        integerField(1, IR_VERSION),
        textField(2, "routellm-explorer"),
        messageField(7, [
          ...nodes,
          textField(2, name),
          ...initializers,
          ...inputs.map((port) => portField(11, port)),
          ...outputs.map((port) => portField(12, port)),
        ]),
        messageField(8, [textField(1, ""), integerField(2, OPERATOR_SET)]),
      ]),
  };
}

export type GraphBuilder = ReturnType<typeof createGraphBuilder>;

function nodeField(
  operator: string,
  inputs: readonly Value[],
  outputs: readonly Value[],
  attributes: Readonly<Record<string, Attribute>>,
): Field {
  return messageField(1, [
    ...inputs.map((input) => textField(1, input)),
    ...outputs.map((output) => textField(2, output)),
    textField(3, outputs.join("_")),
    textField(4, operator),
    ...Object.entries(attributes).map(([key, value]) => attributeField(key, value)),
  ]);
}
