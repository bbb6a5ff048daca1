/** An id that no other has (UUID, version 4). Not `randomUUID`, which browsers keep from pages that come without TLS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, place) =>
    (place === 6 ? (byte & 0x0f) | 0x40 : place === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, "0"),
  ).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** True with this probability, in [0, 1], by a draw that nobody can foresee. */
export const drawBelow = (probability: number): boolean =>
  (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) < probability * 2 ** 32;
