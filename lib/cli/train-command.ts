import { SingleBar } from "cli-progress";
import { type Command, Option } from "commander";
import { readEnv } from "@/lib/server/env";
import { trainRouters } from "@/lib/server/train-routers";
import { keptTransformerArtifacts } from "@/lib/server/transformer-artifacts";
import { TRAINING_STEPS, type TrainingStep } from "@/lib/training/training-steps";
import { countBadRows, createBadRowsOption } from "./bad-rows-option";
import { forArgument } from "./for-argument";
import { printLines } from "./print-result";
import { wholeNumberArgument } from "./whole-number-argument";

/** Routers that are trained; all of them stand on one encoder and are trained together. */
const TRAINED = ["sw_ranking", "mf", "length"] as const;

type TrainOptions = {
  readonly router?: readonly string[];
  readonly data?: string;
  readonly out?: string;
  readonly seed: number;
  readonly skipBadRows?: true;
};

export function registerTrainCommand(program: Command): void {
  program
    .command("train")
    .description("Train the routers from a data folder and write artifacts with their manifest.")
    .addOption(
      new Option(
        `--router <${TRAINED.join("|")}...>`,
        "routers to train; these share one text encoder and are always trained together",
      ).choices(TRAINED),
    )
    .option("--data <dir>", "data folder with MANIFEST.json, battles/, golden/, benchmarks/ (default: ROUTELLM_DATA)")
    .option("--out <dir>", "folder to write (default: the folder the app reads)")
    .option("--seed <n>", "same data and seed, same artifacts", wholeNumberArgument("--seed"), 1)
    .addOption(createBadRowsOption())
    .action(async ({ router, data, out, seed, skipBadRows }: TrainOptions) => {
      const env = readEnv();
      const badRows = countBadRows(skipBadRows);
      const progress = showProgress();
      try {
        const artifactsDirectory = out ?? env.artifactsDirectory;
        const transformers = await keptTransformerArtifacts({
          replaced: artifactsDirectory,
          current: env.artifactsDirectory,
        });
        const manifest = await forArgument("--data", () =>
          trainRouters({
            dataDirectory: data ?? env.dataDirectory,
            artifactsDirectory,
            seed,
            transformers,
            date: new Date().toISOString().slice(0, 10),
            ...badRows.reading,
            report: progress.report,
          }),
        );
        progress.finish();
        const { flagged, textMatches, nearDuplicates, copies } = manifest.contamination;
        const size = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
        printLines([
          ...badRows.lines(),
          ...(router === undefined ? [] : [`Trained together, on one encoder: ${TRAINED.join(", ")}.`]),
          `Left out of training: ${flagged} rows flagged as benchmark questions, ${textMatches} with the same text, ${nearDuplicates} with cosine ≥ 0.95.`,
          ...(copies.length === 0 ? [] : [`Found beyond the flags: ${copies.join(", ")}.`]),
          `Wrote ${manifest.files.length} artifacts, ${(size / 1e6).toFixed(1)} MB.`,
        ]);
      } finally {
        progress.stop();
      }
    });
}

/**
 * A bar that moves by each step's usual share of the time; on standard error, so that output can be piped. In a log it
 * begins once the data is read: data that cannot be used is answered by one line and nothing else.
 */
function showProgress() {
  const bar = new SingleBar({
    format: "{bar} {percentage} % | {step} | {duration_formatted}, about {eta_formatted} left",
    formatTime: (seconds) => (Number.isFinite(seconds) ? `${seconds} s` : "?"),
    hideCursor: true,
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 60_000,
  });
  let begun = false;
  let done = 0;
  let current = 0;
  return {
    report: (step: TrainingStep) => {
      done += current;
      current = TRAINING_STEPS.find(({ name }) => name === step)?.share ?? 0;
      if (!begun && (process.stderr.isTTY || done > 0)) {
        bar.start(100, 0, { step });
        begun = true;
      }
      bar.update(Math.min(99, Math.round(100 * done)), { step });
    },
    finish: () => bar.update(100, { step: "done" }),
    stop: () => {
      if (begun) bar.stop();
    },
  };
}
