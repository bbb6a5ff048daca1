import { z } from "zod";

const count = z.number().int().min(0);

/** The JSON at the head of a safetensors file: where each tensor's bytes lie, counted from the end of the header. */
export const safetensorsHeaderSchema = z.preprocess(
  (header) =>
    typeof header === "object" && header !== null
      ? Object.fromEntries(Object.entries(header).filter(([name]) => name !== "__metadata__"))
      : header,
  z.record(z.string(), z.object({ dtype: z.string(), shape: z.array(count), data_offsets: z.tuple([count, count]) })),
);
