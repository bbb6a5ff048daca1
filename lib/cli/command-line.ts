import { Command } from "commander";
import { runProgram } from "./run-program";

/** Each loads its own part of the program, so that a short command does not wait for what it does not need. */
const COMMANDS: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  route: async () => (await import("./route-command")).registerRouteCommand,
  evaluate: async () => (await import("./evaluate-command")).registerEvaluateCommand,
  "evaluate-pairs": async () => (await import("./evaluate-pairs-command")).registerEvaluatePairsCommand,
  pairs: async () => (await import("./pairs-command")).registerPairsCommand,
  calibrate: async () => (await import("./calibrate-command")).registerCalibrateCommand,
  score: async () => (await import("./score-command")).registerScoreCommand,
  train: async () => (await import("./train-command")).registerTrainCommand,
  augment: async () => (await import("./augment-command")).registerAugmentCommand,
  bench: async () => (await import("./bench-command")).registerBenchCommand,
  data: async () => (await import("./data-command")).registerDataCommand,
  ask: async () => (await import("./ask-command")).registerAskCommand,
  worker: async () => (await import("./worker-command")).registerWorkerCommand,
};

/** Adds the named command; all of them without a known name, as the help and the errors list them. */
export async function registerCommands(program: Command, name?: string): Promise<void> {
  const named = Object.entries(COMMANDS).filter(([known]) => known === name);
  for (const [, load] of named.length > 0 ? named : Object.entries(COMMANDS)) (await load())(program);
}

/**
 * Runs `routellm ARGS…`.
 *
 * @param args without the program's name.
 * @returns the exit code, as `runProgram` gives it.
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const program = new Command("routellm").description(
    "Routers between a strong and a weak language model: score, evaluate, calibrate, train.",
  );
  await registerCommands(program, args[0]);
  return runProgram(program, ["node", "routellm", ...args]);
}
