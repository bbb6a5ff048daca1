import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Command, Option } from "commander";
import type { BattleLine } from "@/lib/datasets/golden-battles";
import { RoutingError } from "@/lib/domain/routing-error";
import { augmentGolden, type GoldenAugmentation, type RequestedPair } from "@/lib/pipelines/augment-golden";
import { inChunks, writeLines } from "@/lib/storage/write-lines";
import { countBadRows, createBadRowsOption } from "./bad-rows-option";
import { forArgument } from "./for-argument";
import { refuseIdleOptions } from "./idle-options";
import { printJson, printLines } from "./print-result";
import { wholeNumberArgument } from "./whole-number-argument";

type GoldenOptions = {
  readonly table: string;
  readonly out?: string;
  readonly pairs?: readonly string[];
  readonly strong?: string;
  readonly weak?: string;
  readonly maxBattles?: number;
  readonly seed: number;
  readonly skipBadRows?: true;
  readonly json?: true;
};

export function registerAugmentGoldenCommand(augment: Command): void {
  augment
    .command("golden")
    .description("Turn a table of per-question outcomes into battles: the better score wins, equal scores tie.")
    .requiredOption("--table <file>", "outcomes: .jsonl as in golden/, or .csv with id, prompt, category and models")
    .option("--out <file>", "file to write, .jsonl or .jsonl.gz (default: standard output)")
    .addOption(
      new Option("--pairs <a,b...>", "pairs of models, each as NAME,NAME (default: all)").conflicts(["strong", "weak"]),
    )
    .option("--strong <name>", "one pair: its strong model, which battles name first")
    .option("--weak <name>", "one pair: its weak model")
    .option(
      "--max-battles <n>",
      "at most so many: a uniform sample (default: all)",
      wholeNumberArgument("--max-battles"),
    )
    .option("--seed <n>", "same table and seed, same sample", wholeNumberArgument("--seed"), 1)
    .addOption(createBadRowsOption())
    .option("--json", "print one JSON document")
    .action(async (options: GoldenOptions, command: Command) => {
      refuseIdleOptions(command, {
        "--seed": options.maxBattles === undefined && "without --max-battles <n>: all battles are written.",
      });
      const { table, out, json, maxBattles = Number.POSITIVE_INFINITY, seed } = options;
      const pairs = requestedPairs(options);
      const badRows = countBadRows(options.skipBadRows);
      const result = await forTable(() =>
        augmentGolden({ table, pairs, maximum: maxBattles, seed, ...badRows.reading }),
      );
      if (out !== undefined) await writeLines({ path: out, lines: asLines(result.battles()), parameter: "--out" });
      const summary = { ...summarize(result, out), ...badRows.fields() };
      const words = [...badRows.lines(), ...inWords(result, out)];
      if (json) printJson(out === undefined ? { ...summary, lines: [...result.battles()] } : summary);
      else if (out === undefined) {
        await printMany(asLines(result.battles()));
        process.stderr.write(`${words.join("\n")}\n`);
      } else printLines(words);
    });
}

/** Faults of the table are --table's; those of a pair name their own argument already. */
async function forTable<Result>(action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof RoutingError && error.parameter.startsWith("--")) throw error;
    return forArgument("--table", () => Promise.reject(error));
  }
}

function requestedPairs({ pairs = [], strong, weak }: GoldenOptions): RequestedPair[] {
  if (strong !== undefined || weak !== undefined) {
    if (strong === undefined) throw wrong("--strong", "is missing; a pair needs both --strong and --weak.");
    if (weak === undefined) throw wrong("--weak", "is missing; a pair needs both --strong and --weak.");
    if (strong === weak) throw wrong("--weak", "must name another model than --strong.");
    return [{ modelA: strong, modelB: weak, parameters: ["--strong", "--weak"] }];
  }
  const seen = new Set<string>();
  return pairs.map((text) => {
    const [modelA = "", modelB = "", ...rest] = text.split(",").map((name) => name.trim());
    if (modelA === "" || modelB === "" || rest.length > 0) {
      throw wrong(
        "--pairs",
        `must be two names with a comma between (or use --strong and --weak), but it was "${text}".`,
      );
    }
    const key = JSON.stringify([modelA, modelB].toSorted());
    if (modelA === modelB || seen.has(key))
      throw wrong("--pairs", `must be different models, each pair once: "${text}".`);
    seen.add(key);
    return { modelA, modelB, parameters: ["--pairs", "--pairs"] };
  });
}

const wrong = (parameter: string, message: string): RoutingError =>
  new RoutingError({ code: "invalid_argument", parameter, message });

function* asLines(battles: Iterable<BattleLine>): Generator<string, void> {
  for (const battle of battles) yield JSON.stringify(battle);
}

/** A reader that has seen enough (`| head`) ends it without complaint. */
async function printMany(lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(inChunks(lines)), process.stdout, { end: false }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    },
  );
}

function summarize({ rows, models, pairs, counts, size }: GoldenAugmentation, out: string | undefined) {
  return { rows, models: models.length, pairs, available: counts, battles: size, out: out ?? null };
}

function inWords({ rows, models, pairs, counts, size }: GoldenAugmentation, out: string | undefined): string[] {
  const number = (value: number) => value.toLocaleString("en-US");
  return [
    `${number(rows)} questions, ${number(models.length)} models, ${number(pairs)} pairs: ${number(counts.battles)} battles, ` +
      `${number(counts.decided)} decided, ${number(counts.tiesBothRight)} ties both right, ${number(counts.tiesBothWrong)} ties both wrong.`,
    `${size < counts.battles ? `Sampled and wrote ${number(size)} of them` : `Wrote ${number(size)} battles`}${out === undefined ? "." : ` to ${out}.`}`,
  ];
}
