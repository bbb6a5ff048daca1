import { readFile } from "node:fs/promises";
import { RoutingError } from "@/lib/domain/routing-error";
import { safetensorsHeaderSchema } from "@/lib/schemas/files/safetensors-header";
import { systemErrorCode } from "./system-error";

/** A tensor of 32-bit floats, row-major. */
type Tensor = { readonly shape: readonly number[]; readonly values: readonly number[] };

type TensorFile = {
  readonly names: readonly string[];
  /** @throws RoutingError unless the tensor is there, of type F32, whole and finite. */
  readonly tensor: (name: string) => Tensor;
};

const LENGTH_BYTES = 8;
/** The format's own limit; a longer header is no header. */
const LONGEST_HEADER = 100_000_000;
const FLOAT_BYTES = 4;

/**
 * Opens a safetensors file: 8 bytes of header length (little-endian), a JSON header, raw tensors.
 * @throws RoutingError (as does the reader of tensors) that names the file and what of it is not as it should be.
 */
export async function readSafetensors(path: string): Promise<TensorFile> {
  const refuse = (problem: string) =>
    new RoutingError({ code: "invalid_data", parameter: path, message: `${path} ${problem}.` });
  const bytes = await readFile(path).catch((error: unknown) => {
    const problem = `could not be read (${systemErrorCode(error)}); it must be a safetensors file`;
    throw new RoutingError({ code: "not_found", parameter: path, message: `${path} ${problem}.` });
  });
  const headerLength = bytes.length >= LENGTH_BYTES ? Number(bytes.readBigUInt64LE(0)) : Number.POSITIVE_INFINITY;
  const dataStart = LENGTH_BYTES + headerLength;
  if (dataStart > bytes.length) throw refuse("is not a whole safetensors file (its header reaches past its end)");
  if (headerLength > LONGEST_HEADER) {
    throw refuse(
      `is not a safetensors file (its header has ${headerLength} bytes; the format allows ${LONGEST_HEADER})`,
    );
  }
  const header = safetensorsHeaderSchema.safeParse(parseJson(bytes.toString("utf8", LENGTH_BYTES, dataStart)));
  if (!header.success) throw refuse("is not a safetensors file (its header does not describe tensors)");

  const tensor = (name: string): Tensor => {
    const entry = Object.hasOwn(header.data, name) ? header.data[name] : undefined;
    if (!entry) throw refuse(`has no tensor "${name}"; it has ${Object.keys(header.data).join(", ") || "none"}`);
    if (entry.dtype !== "F32") throw refuse(`has "${name}" as ${entry.dtype}; it must be F32`);
    const [start, end] = entry.data_offsets;
    const count = entry.shape.reduce((product, size) => product * size, 1);
    if (end - start !== count * FLOAT_BYTES || dataStart + end > bytes.length) {
      throw refuse(`is damaged: "${name}" has ${entry.shape.join(" × ")} numbers but not as many bytes`);
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset + dataStart + start, count * FLOAT_BYTES);
    const values = Array.from({ length: count }, (_, index) => view.getFloat32(index * FLOAT_BYTES, true));
    if (!values.every(Number.isFinite)) throw refuse(`has numbers in "${name}" that are not finite`);
    return { shape: entry.shape, values };
  };
  return { names: Object.keys(header.data), tensor };
}

/** @returns undefined, which JSON cannot hold, where `text` is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
