import type { RouterId } from "@/lib/domain/router-id";

/** What is known of n prompts once they are scored; columns of length n. */
export type ChunkScores = {
  /** Input tokens, estimated. */
  readonly tokens: Uint32Array;
  /** One column a router, in the order of the run's routers. */
  readonly winRates: ReadonlyMap<RouterId, Float32Array>;
};

const HEADER_BYTES = 4;
const CELL_BYTES = 4;

/** Length of encodeChunkScores' bytes. */
export const encodedBytes = ({ rows, routers }: { readonly rows: number; readonly routers: number }): number =>
  HEADER_BYTES + CELL_BYTES * rows * (1 + routers);

/**
 * Scores as bytes, the same in a thread's answer, a queue and a file: n as uint32, n token counts as uint32, then n
 * win rates as float32 for each router; little-endian. A row of r routers takes 4 (1 + r) bytes.
 */
export function encodeChunkScores({ tokens, winRates }: ChunkScores): Uint8Array<ArrayBuffer> {
  const rows = tokens.length;
  const view = new DataView(new ArrayBuffer(encodedBytes({ rows, routers: winRates.size })));
  view.setUint32(0, rows, true);
  let offset = HEADER_BYTES;
  for (const count of tokens) {
    view.setUint32(offset, count, true);
    offset += CELL_BYTES;
  }
  for (const column of winRates.values()) {
    for (const winRate of column) {
      view.setFloat32(offset, winRate, true);
      offset += CELL_BYTES;
    }
  }
  return new Uint8Array(view.buffer);
}

/** @returns undefined unless the bytes are whole: a file that a power cut left empty or short. */
export function decodeChunkScores(bytes: Uint8Array, routers: readonly RouterId[]): ChunkScores | undefined {
  if (bytes.byteLength < HEADER_BYTES) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows = view.getUint32(0, true);
  if (bytes.byteLength !== encodedBytes({ rows, routers: routers.length })) return undefined;
  const start = (column: number) => HEADER_BYTES + CELL_BYTES * rows * column;
  const tokens = Uint32Array.from({ length: rows }, (_, row) => view.getUint32(start(0) + CELL_BYTES * row, true));
  const winRates = routers.map((router, index) => {
    const first = start(index + 1);
    const column = Float32Array.from({ length: rows }, (_, row) => view.getFloat32(first + CELL_BYTES * row, true));
    return [router, column] as const;
  });
  return { tokens, winRates: new Map(winRates) };
}
