import { RoutingError } from "@/lib/domain/routing-error";
import { readRouterChoice } from "@/lib/runtime/active-artifacts";
import { returnToShipped } from "@/lib/runtime/router-versions";
import { getAlternatives } from "@/lib/serving/alternatives";
import { getGateway } from "@/lib/serving/gateway";
import { openArtifacts } from "./open-artifacts";

/**
 * Ends the process with code 1 and one line on standard error if the artifacts, the routers that the environment puts in
 * their place, or the models that answer cannot be used: better no server than one that fails at the first prompt.
 * Anything but a RoutingError is a bug and keeps its stack trace.
 */
export async function requireArtifacts(): Promise<void> {
  try {
    await openServable();
    await getAlternatives();
    await getGateway();
  } catch (error) {
    if (!(error instanceof RoutingError)) {
      throw error;
    }
    const { message, parameter } = error;
    const line = message.includes(parameter) ? message : `${parameter}: ${message}`;
    process.stderr.write(`${line}\n`, () => process.exit(1));
    await new Promise(() => {});
  }
}

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
