import "server-only";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import { speedMeasurementSchema } from "@/lib/schemas/speed-measurement";
import { readArtifact } from "@/lib/storage/read-artifact";
import { MEASUREMENTS_DIRECTORY } from "./measurements-directory";

/** Prompts a second of each router, one prompt a call, as `bench --save` measured them. */
export async function readMeasuredSpeeds(): Promise<Readonly<Record<RouterId, number>>> {
  const { routers } = await readArtifact({
    directory: MEASUREMENTS_DIRECTORY,
    path: "speed.json",
    schema: speedMeasurementSchema,
  });
  return forEveryRouter((id) => routers[id].promptsPerSecond);
}
