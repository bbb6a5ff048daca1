/**
 * One field of a protocol-buffers message, as bytes: the tag (number · 8 + wire type), then the value. Messages are
 * fields one after another. Only what ONNX needs: numbers, texts, bytes, messages, 32-bit floats.
 */
export type Field = readonly Uint8Array[];

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

const utf8 = new TextEncoder();

/** Base 128, lowest 7 bits first; a negative number is its 64-bit two's complement, ten bytes long. */
function varint(value: number | bigint): Uint8Array {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 0x80);
  } while (rest !== 0n);
  return Uint8Array.from(bytes);
}

const tag = (number: number, wireType: number): Uint8Array => varint(number * 8 + wireType);

/** A whole number of up to 64 bits. */
export const integerField = (number: number, value: number | bigint): Field => [tag(number, VARINT), varint(value)];

export function floatField(number: number, value: number): Field {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return [tag(number, FIXED_32), bytes];
}

export const bytesField = (number: number, bytes: Uint8Array): Field => [
  tag(number, LENGTH_DELIMITED),
  varint(bytes.length),
  bytes,
];

export const textField = (number: number, text: string): Field => bytesField(number, utf8.encode(text));

/** A message inside a message. */
export function messageField(number: number, fields: readonly Field[]): Field {
  const parts = fields.flat();
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return [tag(number, LENGTH_DELIMITED), varint(length), ...parts];
}

/** The bytes of a whole message. */
export function encodeMessage(fields: readonly Field[]): Uint8Array {
  const parts = fields.flat();
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  return bytes;
}
