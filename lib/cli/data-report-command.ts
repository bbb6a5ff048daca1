import type { Command } from "commander";
import { readEnv } from "@/lib/server/env";
import { reportData } from "@/lib/server/report-data";
import { describeDataReport } from "./describe-data-report";
import { forArgument } from "./for-argument";
import { printJson, printLines } from "./print-result";
import { createProgressBar } from "./progress-bar";

type ReportOptions = { readonly data?: string; readonly json?: true };

export function registerDataReportCommand(data: Command): void {
  data
    .command("report")
    .description(
      "Count each file's rows, models, languages and labels, find benchmark questions in the training data, and measure how similar the benchmarks are to what is left.",
    )
    .option("--data <dir>", "data folder with MANIFEST.json (default: ROUTELLM_DATA)")
    .option("--json", "print one JSON document")
    .action(async ({ data: directory, json }: ReportOptions) => {
      const bar = createProgressBar("{step}");
      bar.start({ step: "reading" });
      const report = await forArgument("--data", () =>
        reportData({
          directory: directory ?? readEnv().dataDirectory,
          report: (step, share) => bar.update(share, { step }),
        }),
      ).finally(bar.stop);
      if (json) printJson(report);
      else printLines(describeDataReport(report));
    });
}
