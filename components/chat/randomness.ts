/** An id that no other has. Not `randomUUID`, which browsers keep from pages that come without TLS. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** True with this probability, in [0, 1], by a draw that nobody can foresee. */
export const drawBelow = (probability: number): boolean =>
  (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) < probability * 2 ** 32;
