import { createHash } from "node:crypto";

/** Takes prompts in their order, and gives the fingerprint of them all. */
export type PromptFingerprint = { add(prompt: string): void; digest(): string };

/**
 * sha256 of prompts in their order, in hexadecimal: of each prompt's UTF-8 bytes after their number (uint32,
 * little-endian), so that no two lists of prompts run into the same bytes.
 */
export function createPromptFingerprint(): PromptFingerprint {
  const hash = createHash("sha256");
  const length = Buffer.alloc(4);
  return {
    add(prompt) {
      const bytes = Buffer.from(prompt);
      length.writeUInt32LE(bytes.length);
      hash.update(length).update(bytes);
    },
    digest: () => hash.digest("hex"),
  };
}
