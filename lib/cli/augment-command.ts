import type { Command } from "commander";
import { RoutingError } from "@/lib/domain/routing-error";
import { registerAugmentGoldenCommand } from "./augment-golden-command";
import { registerAugmentJudgeCommand } from "./augment-judge-command";

export function registerAugmentCommand(program: Command): void {
  const augment = program
    .command("augment")
    .description("Make battles to train on: from tables of outcomes, or by asking models and a judge.")
    .usage("golden|judge [options]")
    .argument("[kind]")
    .action((kind: string | undefined) => {
      const problem = kind === undefined ? "a command is missing" : `unknown command '${kind}'`;
      throw new RoutingError({
        code: "invalid_argument",
        parameter: "augment",
        message: `${problem}; it must be one of golden, judge (or --help).`,
      });
    });
  registerAugmentGoldenCommand(augment);
  registerAugmentJudgeCommand(augment);
}
