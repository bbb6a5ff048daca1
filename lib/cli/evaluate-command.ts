import { type Command, Option } from "commander";
import { BENCHMARK_IDS, type BenchmarkId } from "@/lib/domain/benchmark";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import { CURVE_KINDS, type CurveKind, evaluateBenchmark } from "@/lib/pipelines/evaluate-benchmark";
import { activeArtifactsDirectory } from "@/lib/runtime/active-artifacts";
import { describeEvaluation } from "./describe-evaluation";
import { forArgument } from "./for-argument";
import { printJson, printLines } from "./print-result";

type EvaluateOptions = {
  readonly benchmark: BenchmarkId;
  readonly router?: RouterId | "all";
  readonly winRates?: string;
  readonly curve: CurveKind;
  readonly json?: true;
};

export function registerEvaluateCommand(program: Command): void {
  program
    .command("evaluate")
    .description("Measure routers on a benchmark: curve, AUC, APGR, CPT20/50/80.")
    .addOption(
      new Option(`--benchmark <${BENCHMARK_IDS.join("|")}>`, "benchmark to measure on")
        .choices(BENCHMARK_IDS)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option(
        `--router <${ROUTER_IDS.join("|")}|all>`,
        "router to measure (default: all; with --win-rates: that file's alone)",
      ).choices([...ROUTER_IDS, "all"]),
    )
    .option(
      "--win-rates <file>",
      'somebody else\'s router, as id "custom": JSON Lines {"id","winRate"} for every question that is not contaminated; the whole benchmark is used',
    )
    .addOption(
      new Option(`--curve <${CURVE_KINDS.join("|")}>`, "thresholds: the published method's deciles, or every win rate")
        .choices(CURVE_KINDS)
        .default("deciles"),
    )
    .option("--json", "print one JSON document")
    .action(async ({ benchmark, router, winRates, curve, json }: EvaluateOptions) => {
      const requested = router ?? (winRates === undefined ? "all" : undefined);
      const evaluation = await forArgument("--win-rates", () =>
        evaluateBenchmark({
          artifactsDirectory: activeArtifactsDirectory(),
          benchmark,
          routers: requested === "all" ? ROUTER_IDS : requested === undefined ? [] : [requested],
          curve,
          ...(winRates === undefined ? {} : { winRatesPath: winRates }),
        }),
      );
      if (json) printJson(evaluation.report);
      else printLines(describeEvaluation(evaluation));
    });
}
