import { RoutingError } from "@/lib/domain/routing-error";
import { readRouterChoice } from "@/lib/runtime/active-artifacts";
import { exitOnFailure } from "@/lib/runtime/exit-on-failure";
import { returnToShipped } from "@/lib/runtime/router-versions";
import { getAlternatives } from "@/lib/serving/alternatives";
import { getGateway } from "@/lib/serving/gateway";
import { openArtifacts } from "./open-artifacts";

/** The artifacts, the routers that the environment puts in their place, and the models that answer, or no server. */
export const requireArtifacts = (): Promise<void> =>
  exitOnFailure(async () => {
    await openServable();
    await getAlternatives();
    await getGateway();
  });

/** Retrained routers that cannot be used (a damaged disk, another version of this code) give way to the shipped ones. */
async function openServable(): Promise<void> {
  try {
    await openArtifacts();
  } catch (error) {
    if (!(error instanceof RoutingError) || (readRouterChoice()?.active ?? null) === null) throw error;
    process.stderr.write(`${error.message}; the shipped routers serve instead.\n`);
    await returnToShipped();
    await openArtifacts();
  }
}
