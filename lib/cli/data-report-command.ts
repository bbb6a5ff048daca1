import type { Command } from "commander";
import { reportData } from "@/lib/pipelines/report-data";
import { readEnv } from "@/lib/runtime/env";
import { PUBLISHED_SIMILARITY } from "@/lib/view/shared/published-similarity";
import { countBadRows, createBadRowsOption } from "./bad-rows-option";
import { describeDataReport } from "./describe-data-report";
import { forArgument } from "./for-argument";
import { printJson, printLines } from "./print-result";
import { createProgressBar } from "./progress-bar";

type ReportOptions = { readonly data?: string; readonly skipBadRows?: true; readonly json?: true };

export function registerDataReportCommand(data: Command): void {
  data
    .command("report")
    .description(
      "Count each file's rows, models, languages and labels, find benchmark questions in the training data, and measure how similar the benchmarks are to what is left.",
    )
    .option("--data <dir>", "data folder with MANIFEST.json (default: ROUTELLM_DATA)")
    .addOption(createBadRowsOption())
    .option("--json", "print one JSON document")
    .action(async ({ data: directory, skipBadRows, json }: ReportOptions) => {
      const badRows = countBadRows(skipBadRows);
      const bar = createProgressBar("{step}");
      bar.start({ step: "reading" });
      const report = await forArgument("--data", () =>
        reportData({
          directory: directory ?? readEnv().dataDirectory,
          ...badRows.reading,
          report: (step, share) => bar.update(share, { step }),
        }),
      ).finally(bar.stop);
      if (json) printJson({ ...report, publishedSimilarity: PUBLISHED_SIMILARITY, ...badRows.fields() });
      else printLines([...badRows.lines(), ...describeDataReport(report)]);
    });
}
