import { type Command, Option } from "commander";
import type { HandOverPrices } from "@/lib/calibration/hand-over";
import { DEFAULT_MONEY, type PricedModel, type TokenPrice } from "@/lib/calibration/money";
import { KEPT, type Kept } from "@/lib/calibration/sample-budget";
import { type CalibrationTarget, calibrateRouter } from "@/lib/commands/calibrate-router";
import { readShippedRows } from "@/lib/commands/shipped-rows";
import { handOverWriter } from "@/lib/commands/write-hand-over";
import type { Choice } from "@/lib/domain/decide";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import { getServedCalibrations } from "@/lib/serving/served-calibrations";
import { readServedPrices } from "@/lib/serving/served-prices";
import { getServedRouters } from "@/lib/serving/served-routers";
import { DEFAULT_ASSUMPTIONS, MONEY_BOUNDS } from "@/lib/view/shared/assumptions";
import { countBadRows, createBadRowsOption } from "./bad-rows-option";
import { describeCalibration } from "./describe-calibration";
import { forArgument } from "./for-argument";
import { refuseIdleOptions } from "./idle-options";
import { numberArgument } from "./number-argument";
import { tokenPriceArgument } from "./price-argument";
import { printJson, printLines } from "./print-result";
import { parseShare } from "./share-argument";

const LARGEST = 1e12;

type CalibrateOptions = {
  readonly router: RouterId;
  readonly strongShare?: number;
  readonly budget?: number;
  readonly keep: Kept;
  readonly strongPrice?: TokenPrice;
  readonly weakPrice?: TokenPrice;
  readonly answerTokens: number;
  readonly promptsPerMonth: number;
  readonly prompts?: string;
  readonly holdout?: number;
  readonly skipBadRows?: true;
  readonly save?: string;
  readonly out?: string;
  readonly json?: true;
};

export function registerCalibrateCommand(program: Command): void {
  program
    .command("calibrate")
    .description("Find the threshold that sends about a given share of prompts to the strong model, or fits a budget.")
    .addOption(
      new Option(`--router <${ROUTER_IDS.join("|")}>`, "router to calibrate").choices(ROUTER_IDS).makeOptionMandatory(),
    )
    .addOption(new Option("--strong-share <0…1>", "target share of strong calls").argParser(parseShare))
    .addOption(
      new Option("--budget <dollars>", "instead: the largest share whose month costs no more")
        .argParser(numberArgument("--budget", { minimum: 0, maximum: LARGEST, whole: false }))
        .conflicts("strongShare"),
    )
    .addOption(
      new Option("--keep <mean|upper>", "what of a month a budget is for: its mean, or the upper end of its 95 % range")
        .choices(KEPT)
        .default("mean" satisfies Kept),
    )
    .addOption(priceOption("strong"))
    .addOption(priceOption("weak"))
    .addOption(
      new Option("--answer-tokens <n>", "tokens of a mean answer")
        .argParser(numberArgument("--answer-tokens", { ...MONEY_BOUNDS.answerTokens, whole: false }))
        .default(DEFAULT_ASSUMPTIONS.answerTokens),
    )
    .addOption(
      new Option("--prompts-per-month <n>", "volume that a budget is for")
        .argParser(numberArgument("--prompts-per-month", { minimum: 0, maximum: LARGEST, whole: false }))
        .default(DEFAULT_MONEY.promptsPerMonth),
    )
    .option(
      "--prompts <file>",
      "own prompts: .txt (a prompt a line), .csv or .jsonl with a prompt column (default: the shipped real chat prompts)",
    )
    .addOption(
      new Option("--holdout <0…0.9>", "share of the prompts to keep from calibration and check it on").argParser(
        numberArgument("--holdout", { minimum: 0, maximum: 0.9, whole: false }),
      ),
    )
    .addOption(createBadRowsOption())
    .option("--save <file>", "write the win rates of --prompts, without their text, as an own calibration sample")
    .option("--out <file>", "write all that engineers and budget owners need, as .json or .yaml")
    .option("--json", "print one JSON document")
    .action(calibrateAction);
}

const priceOption = (model: "strong" | "weak"): Option =>
  new Option(
    `--${model}-price <dollars>`,
    `of the ${model} model per million tokens: one, or IN,OUT (default: that of ROUTELLM_${model.toUpperCase()}_MODEL; the paper's without one)`,
  ).argParser(tokenPriceArgument(`--${model}-price`, MONEY_BOUNDS[model]));

async function calibrateAction(options: CalibrateOptions, command: Command): Promise<void> {
  refuseIdle(options, command);
  const { router, prompts, holdout, skipBadRows, save, out, json } = options;
  const target = targetOf(options);
  const writeHandOver = out === undefined ? undefined : handOverWriter(out);
  const prices = needsMoney(options) ? pricesOf(options) : null;
  const badRows = countBadRows(skipBadRows);
  const calibration = await forArgument("--prompts", () =>
    calibrateRouter({
      router,
      target,
      promptsPath: prompts,
      savePath: save,
      holdOut: holdout,
      prices,
      ...badRows.reading,
      getRouters: getServedRouters,
      getCalibrations: getServedCalibrations,
      getShippedRows: readShippedRows,
    }),
  );
  await writeHandOver?.(await calibration.createHandOver(new Date().toISOString()));
  const { strongShare, threshold, sampleSize, shareOnSample, interval, model, calibratedOn, heldOut, costs } =
    calibration;
  if (json) {
    printJson({
      ...{ router, strongShare, threshold, sampleSize, shareOnSample, interval, model, calibratedOn },
      ...(heldOut === null ? {} : { heldOut }),
      ...("monthlyBudget" in target
        ? {
            monthlyCost: costs,
            budget: { dollars: target.monthlyBudget, keep: target.keep, promptsPerMonth: options.promptsPerMonth },
          }
        : {}),
      ...(prices === null ? {} : { prices: { strong: prices.strong, weak: prices.weak } }),
      ...badRows.fields(),
    });
  } else printLines([...badRows.lines(), ...describeCalibration(calibration, { target, prices })]);
}

const needsMoney = ({ budget, out }: CalibrateOptions): boolean => budget !== undefined || out !== undefined;

/** @throws RoutingError where a price is neither given nor known. */
function pricesOf({ answerTokens, promptsPerMonth, ...given }: CalibrateOptions): HandOverPrices {
  const served = readServedPrices();
  const priced = (choice: Choice): PricedModel => {
    const { model, known } = served[choice];
    const flag = `--${choice}-price`;
    const own = given[`${choice}Price`];
    if (own !== undefined) return { model, ...own, source: `given with ${flag}`, asOf: null };
    if (known !== null) return { model, ...known.price, source: known.source, asOf: known.asOf };
    const message = `no price known for ${model}; give ${flag} IN,OUT in dollars per million tokens, or set ROUTELLM_${choice.toUpperCase()}_PRICE.`;
    throw new RoutingError({ code: "invalid_argument", parameter: flag, message });
  };
  return { strong: priced("strong"), weak: priced("weak"), answerTokens, promptsPerMonth };
}

function refuseIdle(options: CalibrateOptions, command: Command): void {
  const { budget, prompts } = options;
  const noMoney = !needsMoney(options) && "without dollars; give --budget <dollars> or --out <file> as well.";
  const noRows = prompts === undefined && "on the shipped sample; give --prompts <file> as well.";
  refuseIdleOptions(command, {
    "--keep": budget === undefined && "without --budget <dollars>; give one, or leave it out.",
    "--strong-price": noMoney,
    "--weak-price": noMoney,
    "--answer-tokens": noMoney,
    "--prompts-per-month": noMoney,
    "--skip-bad-rows": noRows,
  });
}

function targetOf({ strongShare, budget, keep }: CalibrateOptions): CalibrationTarget {
  if (strongShare !== undefined) return { strongShare };
  if (budget !== undefined) return { monthlyBudget: budget, keep };
  throw new RoutingError({
    code: "invalid_argument",
    parameter: "--strong-share",
    message: "--strong-share <0…1> or --budget <dollars> is not specified; give one of the two.",
  });
}
