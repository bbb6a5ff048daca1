import { RoutingError } from "@/lib/domain/routing-error";
import { getGateway } from "./gateway";
import type { ConnectedModels } from "./usable-votes";

/** The two real models that answer here; undefined where simulated ones do, or the settings cannot be used. */
export async function connectedModels(): Promise<ConnectedModels | undefined> {
  try {
    const { strong, weak } = (await getGateway()).models;
    return strong.simulated || weak.simulated ? undefined : { strong: strong.id, weak: weak.id };
  } catch (error) {
    if (error instanceof RoutingError) return undefined;
    throw error;
  }
}
