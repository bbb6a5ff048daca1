import { createInterface } from "node:readline/promises";
import { RoutingError } from "@/lib/domain/routing-error";

/**
 * Asks at the terminal whether to go on; on standard error, so that standard output stays for results.
 * @throws RoutingError if there is no terminal to ask at.
 */
export async function confirmSpending(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new RoutingError({
      code: "invalid_argument",
      parameter: "--yes",
      message: "is missing; without a terminal to ask at, spending money needs --yes.",
    });
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} [y/N] `);
    return /^y(es)?$/i.test(answer.trim());
  } catch (error) {
    // Ctrl-C and Ctrl-D are a no, too.
    if (!(error instanceof Error) || error.name !== "AbortError") throw error;
    process.stderr.write("\n");
    return false;
  } finally {
    terminal.close();
  }
}
