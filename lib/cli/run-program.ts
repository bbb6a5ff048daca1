import { type Command, CommanderError } from "commander";
import { ERROR_CODES, RoutingError } from "@/lib/domain/routing-error";

const WRONG_USAGE = 2;
const FAILURE = 1;

/**
 * Runs a command line and answers for all that can go wrong in it: one line on standard error, never a stack trace.
 *
 * @returns the exit code: 0; 2 for wrong usage or bad input; 1 for anything unforeseen.
 */
export async function runProgram(program: Command, argv: readonly string[]): Promise<number> {
  process.stdout.off("error", passClosedPipe).on("error", passClosedPipe);
  answerHere(program);
  try {
    await program.parseAsync([...argv]);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    process.stderr.write(`${oneLine(error, program)}\n`);
    if (error instanceof RoutingError) return ERROR_CODES[error.code].exitCode;
    return error instanceof CommanderError ? WRONG_USAGE : FAILURE;
  }
}

/** A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours. */
function passClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

/** Neither exits nor prints by itself, nor does any command below it. */
function answerHere(command: Command): void {
  command.exitOverride().configureOutput({ outputError: () => {}, writeErr: () => {} });
  for (const inner of command.commands) answerHere(inner);
}

/** One line: which argument, what was wrong, what would be right. */
function oneLine(error: unknown, program: Command): string {
  return `${program.name()}: ${sentence(error, program)}`.replace(/\s+/g, " ").trim();
}

function sentence(error: unknown, program: Command): string {
  if (error instanceof RoutingError) {
    return error.message.startsWith(error.parameter) ? error.message : `${error.parameter}: ${error.message}`;
  }
  if (!(error instanceof CommanderError)) {
    return `unexpected failure: ${error instanceof Error ? error.message : String(error)}`;
  }
  const commands = program.commands.map((command) => command.name()).join(", ");
  switch (error.code) {
    case "commander.help":
      return `a command is missing; it must be one of ${commands} (or --help).`;
    case "commander.unknownCommand":
      return `${error.message.replace(/^error: /, "")}; it must be one of ${commands}.`;
    case "commander.unknownOption":
    case "commander.excessArguments":
      return `${error.message.replace(/^error: |\.$/g, "")}; --help lists what there is.`;
    default:
      return error.message.replace(/^error: /, "");
  }
}
