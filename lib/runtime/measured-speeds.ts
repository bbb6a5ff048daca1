import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import { getSpeedMeasurement } from "./served-artifacts";

/** Prompts a second of each router, one prompt a call, as `bench --save` measured them. */
export async function readMeasuredSpeeds(): Promise<Readonly<Record<RouterId, number>>> {
  const { routers } = await getSpeedMeasurement();
  return forEveryRouter((id) => routers[id].promptsPerSecond);
}
