import { RoutingError } from "@/lib/domain/routing-error";

const BYTES = Float32Array.BYTES_PER_ELEMENT;

/**
 * Numbers as 32-bit floats, little-endian, in base64: a third of their size as JSON text, the same on every machine.
 * @param parameter what the numbers are, for the error.
 * @throws RoutingError if a number is not finite or too large for 32 bits.
 */
export function encodeFloats(values: ArrayLike<number>, parameter: string): string {
  const bytes = Buffer.alloc(values.length * BYTES);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let index = 0; index < values.length; index++) {
    const value = Math.fround(values[index] ?? Number.NaN);
    if (!Number.isFinite(value)) throw notFinite({ parameter, index, value: values[index] });
    view.setFloat32(index * BYTES, value, true);
  }
  return bytes.toString("base64");
}

/**
 * Undoes `encodeFloats`.
 * @returns (count) numbers.
 * @throws RoutingError unless `text` is the base64 of exactly `count` finite floats.
 */
export function decodeFloats(text: string, { count, parameter }: { count: number; parameter: string }): number[] {
  const bytes = Buffer.from(text, "base64");
  // Buffer passes over what is not base64: only a text that comes back the same was whole.
  if (bytes.toString("base64") !== text) {
    throw unusable(parameter, `${parameter} is not base64 text (damaged or truncated)`);
  }
  if (bytes.length !== count * BYTES) {
    throw unusable(parameter, `${parameter} holds ${bytes.length} bytes, but ${count} numbers take ${count * BYTES}`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: count }, (_, index) => {
    const value = view.getFloat32(index * BYTES, true);
    if (!Number.isFinite(value)) throw notFinite({ parameter, index, value });
    return value;
  });
}

const unusable = (parameter: string, message: string) =>
  new RoutingError({ code: "artifact_unusable", parameter, message: `${message}.` });

const notFinite = ({ parameter, index, value }: { parameter: string; index: number; value: number | undefined }) =>
  unusable(parameter, `${parameter} must hold finite 32-bit floats, but entry ${index + 1} is ${value}`);
