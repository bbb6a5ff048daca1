import { z } from "zod";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { ARTIFACT_SCHEMA_VERSION } from "./artifact-version";

/** `public/measurements/speed.json`: what `bench --save` measured in-process, one prompt a call, encoder included. */
export const speedMeasurementSchema = z.object({
  schemaVersion: z.literal(ARTIFACT_SCHEMA_VERSION),
  /** YYYY-MM-DD */
  date: z.string(),
  /** Processors of the machine: "2 × …". */
  machine: z.string(),
  routers: z.record(
    z.enum(ROUTER_IDS),
    z.object({
      promptsPerSecond: z.number(),
      p50Ms: z.number(),
      p95Ms: z.number(),
      /** Of the whole process while it ran. */
      residentMB: z.number(),
    }),
  ),
});

export type SpeedMeasurement = z.infer<typeof speedMeasurementSchema>;
