import { SingleBar } from "cli-progress";
import type { Command } from "commander";
import { formatDollars, formatGivenDollars } from "@/lib/domain/dollars";
import { RoutingError } from "@/lib/domain/routing-error";
import { type ModelPrice, PRICES_OF } from "@/lib/gateway/model-prices";
import type { Judging } from "@/lib/judging/augment-judge";
import type { JudgingSummary } from "@/lib/judging/judge-prompts";
import { readProviderSettings } from "@/lib/runtime/env";
import { confirmSpending } from "./confirm-spending";
import { refuseIdleOptions } from "./idle-options";
import { numberArgument } from "./number-argument";
import { addPrice } from "./price-argument";
import { printJson, printLines } from "./print-result";

type JudgeOptions = {
  readonly prompts: string;
  readonly strong: string;
  readonly weak: string;
  readonly judge: string;
  readonly out: string;
  readonly budget?: number;
  readonly price?: ReadonlyMap<string, ModelPrice>;
  readonly concurrency: number;
  readonly maxAnswerTokens: number;
  readonly maxJudgeTokens: number;
  readonly timeout: number;
  readonly estimate?: true;
  readonly yes?: true;
  readonly json?: true;
};

const whole = (parameter: string, minimum: number, maximum: number) =>
  numberArgument(parameter, { minimum, maximum, whole: true });
export function registerAugmentJudgeCommand(augment: Command): void {
  augment
    .command("judge")
    .description("Have two models answer prompts and a third judge both orders of the answers; writes battles.")
    .requiredOption("--prompts <file>", "prompts: .txt (a prompt a line), .csv or .jsonl with a prompt column")
    .requiredOption("--strong <provider/model>", "strong model (providers are set up as .env.example explains)")
    .requiredOption("--weak <provider/model>", "weak model")
    .requiredOption("--judge <provider/model>", "judge")
    .option("--out <file>", "battles to write; FILE.journal beside it keeps every answer", "judged-battles.jsonl")
    .option(
      "--budget <usd>",
      "never spend more, counting all that the journal holds (default: no limit)",
      numberArgument("--budget", { minimum: 0, maximum: 1e9, whole: false }),
    )
    .option("--price <model=in,out>", "dollars per million tokens; once for each model", addPrice)
    .option("--concurrency <n>", "calls under way at once", whole("--concurrency", 1, 64), 4)
    .option("--max-answer-tokens <n>", "longest answer", whole("--max-answer-tokens", 1, 1e6), 1024)
    .option("--max-judge-tokens <n>", "longest judgement", whole("--max-judge-tokens", 1, 1e6), 1024)
    .option("--timeout <seconds>", "longest wait for an answer", whole("--timeout", 1, 3600), 120)
    .option("--estimate", "say what it would cost, and stop")
    .option("--yes", "spend without asking")
    .option("--json", "print one JSON document")
    .action(async (options: JudgeOptions, command: Command) => {
      const noCalls = options.estimate === true && "with --estimate, which makes no call.";
      refuseIdleOptions(command, { "--yes": noCalls, "--concurrency": noCalls, "--timeout": noCalls });
      // Loaded here, as no other command should wait for the providers' packages.
      const { openJudging } = await import("@/lib/judging/augment-judge");
      const judging = await openJudging({
        ...options,
        promptsPath: options.prompts,
        outPath: options.out,
        prices: options.price ?? new Map(),
        budget: options.budget ?? Number.POSITIVE_INFINITY,
        maxVerdictTokens: options.maxJudgeTokens,
        timeoutMs: options.timeout * 1000,
        settings: readProviderSettings(),
      });
      try {
        await judge(judging, options);
      } finally {
        await judging.close();
      }
    });
}

async function judge(judging: Judging, options: JudgeOptions): Promise<void> {
  const { estimate } = judging;
  if (options.estimate) {
    if (options.json)
      printJson({ prompts: judging.prompts, ...estimate, ...money(judging), budget: options.budget ?? null });
    else printLines(estimateInWords(judging, options));
    return;
  }
  process.stderr.write(`${estimateInWords(judging, options).join("\n")}\n`);
  if (estimate.most > 0 && !options.yes && !(await confirmSpending("Go on?"))) {
    process.stderr.write("Nothing was spent.\n");
    return;
  }
  const summary = await runWithProgress(judging);
  if (options.json) {
    printJson({ ...summary, ...money(judging), out: options.out, journal: judging.journalPath });
  } else {
    printLines(summaryInWords(judging, summary, options));
  }
  refuseIfIncomplete(summary);
}

function money(judging: Judging) {
  const { spent, maybeSpent } = judging.totals();
  return { spent, maybeSpent };
}

/** The bar is on standard error. A first Ctrl-C lets the calls under way finish, as they are paid for; a second ends. */
async function runWithProgress(judging: Judging): Promise<JudgingSummary> {
  const bar = new SingleBar({
    format: "{bar} {value}/{total} prompts | {spent} spent | {duration_formatted}, about {eta_formatted} left",
    hideCursor: true,
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 60_000,
  });
  const spent = () => formatDollars(judging.totals().spent);
  const stop = (): void => {
    judging.stop();
    process.stderr.write("\nFinishing the calls under way; interrupt again to end at once.\n");
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.once(signal, stop);
  bar.start(judging.prompts, 0, { spent: spent() });
  try {
    return await judging.run(({ judged, failed }) => bar.update(judged + failed, { spent: spent() }));
  } finally {
    bar.stop();
    for (const signal of signals) process.off(signal, stop);
  }
}

function estimateInWords(judging: Judging, { budget }: JudgeOptions): string[] {
  const { prompts, estimate, models } = judging;
  const { spent, maybeSpent } = judging.totals();
  const prices = Object.entries(models).map(
    ([role, { id, price }]) =>
      `${role} ${id} ${formatGivenDollars(price.input)} in, ${formatGivenDollars(price.output)} out`,
  );
  return [
    `${prompts} prompts: ${estimate.calls} calls to make, about ${formatDollars(estimate.expected)}, at most ${formatDollars(estimate.most)} without retries.`,
    `Per million tokens: ${prices.join("; ")} (list prices of ${PRICES_OF} unless given with --price).`,
    ...(spent + maybeSpent > 0 ? [`Spent before: ${formatDollars(spent)}${unaccounted(maybeSpent)}.`] : []),
    ...(budget === undefined ? [] : [`Stops before ${formatDollars(budget)} in all would be passed.`]),
  ];
}

const unaccounted = (maybeSpent: number): string =>
  maybeSpent === 0 ? "" : `, and at most ${formatDollars(maybeSpent)} for answers that never arrived`;

function summaryInWords(judging: Judging, summary: JudgingSummary, { out }: JudgeOptions): string[] {
  const { spent, maybeSpent } = judging.totals();
  const { prompts, judged, strongWins, weakWins, ties, disagreements, truncatedAnswers } = summary;
  return [
    `${judged} of ${prompts} prompts judged: strong won ${strongWins}, weak won ${weakWins}, ${ties} ties (${disagreements} because the two orders disagreed).`,
    ...(truncatedAnswers > 0
      ? [`${truncatedAnswers} answers were cut off; --max-answer-tokens sets how long they may be.`]
      : []),
    `Spent ${formatDollars(spent)} in all${unaccounted(maybeSpent)}. Battles are in ${out}.`,
    ...(summary.ended === "budget"
      ? ["The budget is reached: run the same command with a larger --budget to go on."]
      : []),
  ];
}

/** A reached budget is what the user asked for; anything else that is left undone must not look like success. */
function refuseIfIncomplete({ ended, failed, failure, judged, prompts }: JudgingSummary): void {
  const incomplete = (message: string) =>
    new RoutingError({
      code: "incomplete",
      parameter: "augment judge",
      message: `${message} What was paid for is kept: run the same command again to go on.`,
    });
  if (ended === "interrupted") throw incomplete(`interrupted with ${judged} of ${prompts} prompts judged.`);
  if (failed === 0) return;
  const gaveUp = ended === "failures" ? ", and the run was given up" : "";
  throw incomplete(`${failed} prompts could not be judged${gaveUp} (${failure}).`);
}
