import { z } from "zod";
import { ROUTER_IDS } from "@/lib/domain/router-id";

/** A chunk of a run as it lies in Redis (`ChunkJob`). */
export const chunkJobSchema = z.object({
  run: z.string(),
  chunk: z.int().nonnegative(),
  routers: z.array(z.enum(ROUTER_IDS)).min(1),
  prompts: z.array(z.string()).min(1),
});
