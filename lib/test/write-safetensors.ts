/** A safetensors file's bytes: tensors of `dtype` filled by `fill`, in order; damage it by slicing. */
export function safetensorsBytes(options: {
  readonly shapes: Readonly<Record<string, readonly number[]>>;
  readonly fill: (tensor: string, index: number) => number;
  readonly dtype?: string;
}): Buffer {
  const { shapes, fill, dtype = "F32" } = options;
  const values: number[] = [];
  const header = Object.entries(shapes).map(([tensor, shape]) => {
    const start = 4 * values.length;
    const count = shape.reduce((product, size) => product * size, 1);
    for (let index = 0; index < count; index++) values.push(fill(tensor, index));
    return [tensor, { dtype, shape, data_offsets: [start, 4 * values.length] }] as const;
  });
  const text = Buffer.from(JSON.stringify({ __metadata__: { format: "pt" }, ...Object.fromEntries(header) }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, Buffer.from(new Float32Array(values).buffer)]);
}
