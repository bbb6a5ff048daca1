import { RoutingError } from "@/lib/domain/routing-error";

/**
 * Does what a server cannot start without. Where that fails, the process ends with code 1 and one line on standard error:
 * better no server than one that fails at the first request. Anything but a RoutingError is a bug and keeps its stack trace.
 */
export async function exitOnFailure(prepare: () => Promise<unknown>): Promise<void> {
  try {
    await prepare();
  } catch (error) {
    if (!(error instanceof RoutingError)) throw error;
    const { message, parameter } = error;
    const line = message.includes(parameter) ? message : `${parameter}: ${message}`;
    process.stderr.write(`${line}\n`, () => process.exit(1));
    await new Promise(() => {});
  }
}
