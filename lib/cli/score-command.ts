import { type Command, InvalidArgumentError, Option } from "commander";
import { scoreCheckpoint } from "@/lib/commands/score-checkpoint";
import { readJsonLines } from "@/lib/datasets/read-json-lines";
import { RoutingError } from "@/lib/domain/routing-error";
import { readReleasedCheckpoint } from "@/lib/packing/read-released-checkpoint";
import { scoreBattles } from "@/lib/pipelines/score-battles";
import { createScoreLineSchemas } from "@/lib/schemas/files/score-lines";
import { checkModelRow, RELEASED_EMBEDDINGS, RELEASED_PAIR } from "@/lib/serving/released-factorization";
import { forArgument } from "./for-argument";
import { printJson, printLines } from "./print-result";

const MAXIMUM_TIERS = 100;

type ScoreOptions = {
  readonly router: "sw_ranking" | "mf";
  readonly battles?: string;
  readonly checkpoint?: string;
  readonly prompts: string;
  readonly embeddings?: string;
  readonly strong?: string;
  readonly weak?: string;
  readonly tiers?: number;
  readonly json?: true;
};

export function registerScoreCommand(program: Command): void {
  program
    .command("score")
    .description("Score prompts with a router fitted on your own battles, or with a released checkpoint.")
    .addOption(
      new Option("--router <sw_ranking|mf>", "sw_ranking takes --battles, mf takes --checkpoint")
        .choices(["sw_ranking", "mf"])
        .makeOptionMandatory(),
    )
    .option("--battles <file>", 'JSON Lines of {"model_a","model_b","winner","embedding"}')
    .option("--checkpoint <file>", "weights in the layout of the public release, .safetensors")
    .requiredOption("--prompts <file>", 'JSON Lines of {"embedding"}; with a checkpoint also of {"prompt"}')
    .option(
      "--embeddings <provider/model>",
      `endpoint that embeds {"prompt"} lines (default: ${RELEASED_EMBEDDINGS}, the released checkpoints' own)`,
    )
    .option(
      "--strong <model>",
      `strong model: its name in the battles, its index in the checkpoint (default there: ${RELEASED_PAIR.strong}, the paper's)`,
    )
    .option("--weak <model>", `weak model, likewise (default: ${RELEASED_PAIR.weak})`)
    .addOption(new Option("--tiers <count>", "tiers to group models in (default: 10)").argParser(parseTiers))
    .option("--json", "print one JSON document")
    .action(async (options: ScoreOptions) => {
      const result = options.router === "mf" ? await scoreWithCheckpoint(options) : await scoreWithBattles(options);
      if (options.json) printJson(result);
      else printLines(result.winRates.map((winRate) => winRate.toFixed(6)));
    });
}

async function scoreWithBattles(options: ScoreOptions) {
  const { battles, checkpoint, embeddings, prompts, tiers = 10 } = options;
  refuse("--checkpoint", checkpoint, "goes with --router mf; sw_ranking takes --battles.");
  refuse("--embeddings", embeddings, "goes with --router mf; sw_ranking takes embeddings from the files.");
  const strong = need("--strong", options.strong, "--strong must name a model of the battles.");
  const weak = need("--weak", options.weak, "--weak must name a model of the battles.");
  const path = need("--battles", battles, "--router sw_ranking needs a file of battles.");
  const { battleLine, promptLine } = createScoreLineSchemas();
  const battleLines = await forArgument("--battles", () => readJsonLines(path, battleLine));
  const promptLines = await forArgument("--prompts", () => readJsonLines(prompts, promptLine));
  return scoreBattles({ battles: battleLines, prompts: promptLines, strong, weak, tierCount: tiers });
}

async function scoreWithCheckpoint(options: ScoreOptions) {
  const { battles, checkpoint, prompts, tiers, embeddings } = options;
  const { strong = RELEASED_PAIR.strong, weak = RELEASED_PAIR.weak } = options;
  refuse("--battles", battles, "goes with --router sw_ranking; mf takes --checkpoint.");
  refuse("--tiers", tiers, "goes with --router sw_ranking; a checkpoint has no tiers.");
  const path = need("--checkpoint", checkpoint, "--router mf needs a .safetensors file.");
  const weights = await forArgument("--checkpoint", () => readReleasedCheckpoint(path));
  checkModelRow(weights, strong, "--strong");
  checkModelRow(weights, weak, "--weak");
  const pair = { strong, weak };
  return {
    winRates: await forArgument("--prompts", () =>
      scoreCheckpoint({ weights, pair, promptsPath: prompts, embeddings }),
    ),
  };
}

function need(parameter: string, value: string | undefined, message: string): string {
  if (value !== undefined) return value;
  throw new RoutingError({ code: "invalid_argument", parameter, message });
}

function refuse(parameter: string, value: string | number | undefined, message: string): void {
  if (value !== undefined)
    throw new RoutingError({ code: "invalid_argument", parameter, message: `${parameter} ${message}` });
}

function parseTiers(text: string): number {
  const tiers = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isInteger(tiers) && tiers >= 1 && tiers <= MAXIMUM_TIERS) return tiers;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAXIMUM_TIERS}.`);
}
