/** Eight flags a byte, the first one in the lowest bit; unused bits of the last byte are 0. */
export function packBits(flags: ArrayLike<boolean>): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(flags.length / 8));
  for (let index = 0; index < flags.length; index++) {
    if (flags[index] === true) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return bytes;
}

/** Whether flag `index` of `packBits` was set. */
export const readBit = (bytes: Uint8Array, index: number): boolean =>
  (((bytes[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
