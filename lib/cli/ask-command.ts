import { text as readText } from "node:stream/consumers";
import type { Command } from "commander";
import { type AskedAnswer, askGateway } from "@/lib/commands/ask-gateway";
import { formatDollars } from "@/lib/domain/dollars";
import { findPromptProblem } from "@/lib/domain/prompt";
import { RoutingError } from "@/lib/domain/routing-error";
import { forArgument } from "./for-argument";
import { printJson } from "./print-result";

type AskOptions = {
  readonly prompt: string;
  readonly model: string;
  readonly system?: string;
  readonly json?: true;
};

export function registerAskCommand(program: Command): void {
  program
    .command("ask")
    .description("Ask one question; the router chooses which of the two models answers.")
    .requiredOption("--prompt <text>", "the question; - reads it from standard input")
    .requiredOption("--model <name>", "router-<id>-<threshold>, such as router-mf-0.58, or a saved calibration's name")
    .option("--system <text>", "instructions that come before the question; the choice does not depend on them")
    .option("--json", "print one JSON document")
    .action(async ({ prompt: given, model, system, json }: AskOptions) => {
      const prompt = given === "-" ? (await readText(process.stdin)).replace(/\r?\n$/, "") : given;
      const problem = findPromptProblem(prompt);
      if (problem !== undefined) {
        throw new RoutingError({ code: "invalid_argument", parameter: "--prompt", message: problem });
      }
      const answer = await forArgument("--model", () =>
        askGateway({
          ...{ prompt, system, model },
          onText: (piece) => {
            if (json === undefined) process.stdout.write(piece);
          },
        }),
      );
      if (json) printJson({ prompt, ...answer });
      else {
        process.stdout.write("\n");
        process.stderr.write(`\n${describeAnswer(answer)}\n`);
      }
    });
}

function describeAnswer(answer: AskedAnswer): string {
  const { answeredBy, choice, model, winRate, threshold, router, cost, alwaysStrongCost } = answer;
  const sign = choice === "strong" ? "≥" : "<";
  const fallback = answeredBy === choice ? "" : `; the ${choice} model failed`;
  return `${answeredBy} model (${model}): win rate ${winRate.toFixed(4)} ${sign} α ${threshold.toFixed(4)} by ${router}${fallback}; ${formatDollars(cost)}, at the strong model ${formatDollars(alwaysStrongCost)}.`;
}
