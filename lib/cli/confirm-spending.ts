import { once } from "node:events";
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
    // Ctrl-C and Ctrl-D close the terminal without an answer: no.
    const closed = once(terminal, "close").then(() => "");
    return /^y(es)?$/i.test((await Promise.race([terminal.question(`${question} [y/N] `), closed])).trim());
  } finally {
    terminal.close();
  }
}
