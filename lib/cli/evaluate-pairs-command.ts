import type { Command } from "commander";
import { evaluatePairs, type PairsReport } from "@/lib/pipelines/evaluate-pairs";
import { readEnv } from "@/lib/runtime/env";
import { forArgument } from "./for-argument";
import { formatTable } from "./format-table";
import { printJson, printLines } from "./print-result";
import { parseShare } from "./share-argument";

/** Ten points: clear of noise on GSM8K's 1,307 questions, where a score of .8 has a standard error of 1.1 points. */
const MINIMUM_GAP = 0.1;

type EvaluatePairsOptions = { readonly data?: string; readonly minimumGap: number; readonly json?: true };

export function registerEvaluatePairsCommand(program: Command): void {
  program
    .command("evaluate-pairs")
    .description("Measure routers on other pairs of models: mean APGR on GSM8K over all pairs far enough apart.")
    .option("--data <dir>", "data folder with golden/gsm8k-44-models.jsonl.gz (default: ROUTELLM_DATA)")
    .option("--minimum-gap <share>", "pairs whose scores lie at least this far apart count", parseShare, MINIMUM_GAP)
    .option("--json", "print one JSON document")
    .action(async ({ data, minimumGap, json }: EvaluatePairsOptions) => {
      const env = readEnv();
      const report = await forArgument("--data", () =>
        evaluatePairs({
          artifactsDirectory: env.artifactsDirectory,
          dataDirectory: data ?? env.dataDirectory,
          minimumGap,
        }),
      );
      if (json) printJson(report);
      else printLines(describePairs(report));
    });
}

function describePairs({ questions, models, minimumGap, pairs, routers }: PairsReport): string[] {
  const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(4)}`;
  const rows = Object.entries(routers).map(([id, { apgr, overLength, interval }]) => [
    id,
    apgr.toFixed(4),
    signed(overLength),
    interval === null ? "–" : `${signed(interval[0])} to ${signed(interval[1])}`,
  ]);
  return [
    `GSM8K: ${questions} questions, all ${pairs.length} pairs of ${models} models at least ${(100 * minimumGap).toFixed(0)} points apart`,
    "",
    ...formatTable([["router", "mean APGR", "over length", "95 %"], ...rows]),
    "",
    "95 %: paired bootstrap interval over questions of the difference to prompt length.",
  ];
}
