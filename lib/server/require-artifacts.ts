import "server-only";
import { RoutingError } from "@/lib/domain/routing-error";
import { openArtifacts } from "./open-artifacts";

/**
 * Ends the process with code 1 and one line on standard error if the artifacts cannot be used: better no server, or no
 * build, than one that fails at the first prompt. Anything but a RoutingError is a bug and keeps its stack trace.
 */
export async function requireArtifacts(): Promise<void> {
  try {
    await openArtifacts();
  } catch (error) {
    if (!(error instanceof RoutingError)) {
      throw error;
    }
    process.stderr.write(`${error.message}\n`, () => process.exit(1));
    await new Promise(() => {});
  }
}
