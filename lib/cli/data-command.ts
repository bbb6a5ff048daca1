import type { Command } from "commander";
import { RoutingError } from "@/lib/domain/routing-error";
import { registerDataFetchCommand } from "./data-fetch-command";
import { registerDataReportCommand } from "./data-report-command";

export function registerDataCommand(program: Command): void {
  const data = program
    .command("data")
    .description("The data folder: count what is in it, or fetch public data into it.")
    .usage("report|fetch [options]")
    .argument("[action]")
    .action((action: string | undefined) => {
      const problem = action === undefined ? "a command is missing" : `unknown command '${action}'`;
      throw new RoutingError({
        code: "invalid_argument",
        parameter: "data",
        message: `${problem}; it must be one of report, fetch (or --help).`,
      });
    });
  registerDataReportCommand(data);
  registerDataFetchCommand(data);
}
