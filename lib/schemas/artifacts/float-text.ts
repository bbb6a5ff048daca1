import { z } from "zod";

/** Numbers as little-endian 32-bit floats in base64 (see lib/storage/base64-floats). */
export const floatTextSchema = z.base64();

/** Length of the base64 text of `count` 32-bit floats. */
export const floatTextLength = (count: number): number => 4 * Math.ceil((4 * count) / 3);
