import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { measurePairs } from "@/lib/pipelines/measure-pairs";
import { readEnv } from "@/lib/runtime/env";
import { MEASUREMENTS_DIRECTORY } from "@/lib/runtime/measurements-directory";
import { stableJson } from "@/lib/storage/stable-json";
import { forArgument } from "./for-argument";
import { printLines } from "./print-result";

type PairsOptions = { readonly data?: string; readonly out: string };

export function registerPairsCommand(program: Command): void {
  program
    .command("pairs")
    .description(
      "Write the outcomes of many models on MMLU-Pro, GSM8K and MATH, and the routers' win rates there, for the explorer (again after each training).",
    )
    .option("--data <dir>", "the data folder that was trained on (default: ROUTELLM_DATA)")
    .option("--out <dir>", "folder to write", MEASUREMENTS_DIRECTORY)
    .action(async ({ data, out }: PairsOptions) => {
      const env = readEnv();
      const files = await forArgument("--data", () =>
        measurePairs({
          artifactsDirectory: env.artifactsDirectory,
          dataDirectory: data ?? env.dataDirectory,
          report: (step) => process.stderr.write(`${step}\n`),
        }),
      );
      const written = await Promise.all(
        Object.entries(files).map(async ([path, content]) => {
          const target = join(out, path);
          const text = stableJson(content);
          await mkdir(dirname(target), { recursive: true });
          await writeFile(target, text);
          return `${path}: ${(text.length / 1e3).toFixed(0)} kB`;
        }),
      );
      printLines(written.sort());
    });
}
