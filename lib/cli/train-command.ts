import { SingleBar } from "cli-progress";
import { type Command, Option } from "commander";
import { keptTransformerArtifacts } from "@/lib/packing/transformer-artifacts";
import { trainRouters } from "@/lib/pipelines/train-routers";
import { readEnv } from "@/lib/runtime/env";
import { type ReportStep, TRAINING_STEPS } from "@/lib/training/columns/training-steps";
import { stepsDone } from "@/lib/training/steps-done";
import {
  TRANSFORMER_IDS,
  TRANSFORMER_SCHEDULE,
  type TransformerId,
} from "@/lib/training/transformer/transformer-recipe";
import { countBadRows, createBadRowsOption } from "./bad-rows-option";
import { forArgument } from "./for-argument";
import { printLines } from "./print-result";
import { splitDataPaths } from "./split-data-paths";
import { wholeNumberArgument } from "./whole-number-argument";

/** Routers on one encoder: always trained, since they take minutes and teach the transformers. */
const ALWAYS_TRAINED = ["sw_ranking", "mf", "length"] as const;
type TrainedId = (typeof ALWAYS_TRAINED)[number] | TransformerId;

/** States of interrupted trainings, in the folder where the command is given. */
const STATE_DIRECTORY = ".training";

type TrainOptions = {
  readonly router?: readonly TrainedId[];
  readonly data?: readonly string[];
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
        `--router <${[...ALWAYS_TRAINED, ...TRANSFORMER_IDS].join("|")}...>`,
        `routers to train: ${ALWAYS_TRAINED.join(", ")} always (minutes), ${TRANSFORMER_IDS.join(" and ")} if named (half an hour); one not named stays as it is`,
      ).choices([...ALWAYS_TRAINED, ...TRANSFORMER_IDS]),
    )
    .option(
      "--data <path...>",
      "data folder with MANIFEST.json, battles/, golden/, benchmarks/ (default: ROUTELLM_DATA), and files of battles to learn from on top of it: an export of votes, Arena-55k CSV or JSON Lines",
    )
    .option("--out <dir>", "folder to write (default: the folder the app reads)")
    .option("--seed <n>", "same data and seed, same artifacts", wholeNumberArgument("--seed"), 1)
    .addOption(createBadRowsOption())
    .action(async ({ router, data, out, seed, skipBadRows }: TrainOptions) => {
      const env = readEnv();
      const badRows = countBadRows(skipBadRows);
      let bar: ReturnType<typeof showProgress> | undefined;
      try {
        const brought = await splitDataPaths(data ?? []);
        const artifactsDirectory = out ?? env.artifactsDirectory;
        const train = TRANSFORMER_IDS.filter((id) => router?.includes(id));
        const kept =
          train.length === TRANSFORMER_IDS.length
            ? undefined
            : await keptTransformerArtifacts({ replaced: artifactsDirectory, current: env.artifactsDirectory });
        const plan = { train, kept, schedule: TRANSFORMER_SCHEDULE, stateDirectory: STATE_DIRECTORY };
        const progress = showProgress(train.length > 0);
        bar = progress;
        const manifest = await forArgument("--data", () =>
          trainRouters({
            dataDirectory: brought.folder ?? env.dataDirectory,
            battleFiles: brought.files,
            artifactsDirectory,
            seed,
            transformers: plan,
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
          `Trained: ${[...ALWAYS_TRAINED, ...train].join(", ")}.${train.length === TRANSFORMER_IDS.length ? "" : ` Kept: ${TRANSFORMER_IDS.filter((id) => !train.includes(id)).join(", ")}.`}`,
          `Left out of training: ${flagged} rows flagged as benchmark questions, ${textMatches} with the same text, ${nearDuplicates} with cosine ≥ 0.95.`,
          ...(copies.length === 0 ? [] : [`Found beyond the flags: ${copies.join(", ")}.`]),
          `Wrote ${manifest.files.length} artifacts, ${(size / 1e6).toFixed(1)} MB.`,
        ]);
      } finally {
        bar?.stop();
      }
    });
}

/**
 * A bar that moves by each step's usual share of the time; on standard error, so that output can be piped. In a log it
 * begins once the data is read: data that cannot be used is answered by one line and nothing else.
 */
function showProgress(withTransformers: boolean) {
  const bar = new SingleBar({
    format: "{bar} {percentage} % | {step} | {duration_formatted}, about {eta_formatted} left",
    formatTime: (seconds) => (Number.isFinite(seconds) ? `${seconds} s` : "?"),
    hideCursor: true,
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 60_000,
  });
  const steps = TRAINING_STEPS.filter(({ name }) => withTransformers || name !== "transformers");
  let begun = false;
  return {
    report: ((step, share = 0) => {
      if (!begun && (process.stderr.isTTY || step !== steps[0]?.name)) {
        bar.start(100, 0, { step });
        begun = true;
      }
      bar.update(Math.min(99, Math.round(100 * stepsDone(steps, step, share))), { step });
    }) satisfies ReportStep,
    finish: () => bar.update(100, { step: "done" }),
    stop: () => {
      if (begun) bar.stop();
    },
  };
}
