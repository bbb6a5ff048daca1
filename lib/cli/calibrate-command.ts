import { type Command, Option } from "commander";
import { ROUTER_IDS, type RouterId } from "@/lib/domain/router-id";
import { calibrateRouter } from "@/lib/server/calibrate-router";
import { getRouters } from "@/lib/server/container";
import { readEnv } from "@/lib/server/env";
import { countBadRows, createBadRowsOption } from "./bad-rows-option";
import { describeCalibration } from "./describe-calibration";
import { forArgument } from "./for-argument";
import { printJson, printLines } from "./print-result";
import { parseShare } from "./share-argument";

type CalibrateOptions = {
  readonly router: RouterId;
  readonly strongShare: number;
  readonly prompts?: string;
  readonly skipBadRows?: true;
  readonly json?: true;
};

export function registerCalibrateCommand(program: Command): void {
  program
    .command("calibrate")
    .description("Find the threshold that sends about a given share of prompts to the strong model.")
    .addOption(
      new Option(`--router <${ROUTER_IDS.join("|")}>`, "router to calibrate").choices(ROUTER_IDS).makeOptionMandatory(),
    )
    .addOption(
      new Option("--strong-share <0…1>", "target share of strong calls").argParser(parseShare).makeOptionMandatory(),
    )
    .option(
      "--prompts <file>",
      "own prompts: .txt (a prompt a line), .csv or .jsonl with a prompt column (default: the shipped real chat prompts)",
    )
    .addOption(createBadRowsOption())
    .option("--json", "print one JSON document")
    .action(async ({ router, strongShare, prompts, skipBadRows, json }: CalibrateOptions) => {
      const badRows = countBadRows(skipBadRows);
      const calibration = await forArgument("--prompts", () =>
        calibrateRouter({
          artifactsDirectory: readEnv().artifactsDirectory,
          router,
          strongShare,
          ...(prompts === undefined ? {} : { promptsPath: prompts }),
          ...badRows.reading,
          getRouters,
        }),
      );
      const { threshold, sampleSize, interval, model } = calibration;
      if (json) printJson({ router, strongShare, threshold, sampleSize, interval, model, ...badRows.fields() });
      else printLines([...badRows.lines(), ...describeCalibration(calibration, strongShare)]);
    });
}
