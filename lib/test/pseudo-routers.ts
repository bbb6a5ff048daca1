import { createHash } from "node:crypto";

/** First 6 bytes of sha256("a:" + prompt) as a big-endian integer / 2⁴⁸. */
const sha256 = (prompt: string): number =>
  createHash("sha256").update(`a:${prompt}`).digest().readUIntBE(0, 6) / 2 ** 48;

/** The two routers for which the public implementation's figures are known (reference/metrics-a.json). */
export const PSEUDO_ROUTERS = {
  sha256,
  /** Unicode code points, capped at 20,000, as a share of these; the hash breaks ties. */
  length: (prompt: string): number => Math.min([...prompt].length, 20_000) / 20_000 + 1e-6 * sha256(prompt),
} as const;
