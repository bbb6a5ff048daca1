import { text } from "node:stream/consumers";
import { type Command, Option } from "commander";
import { type RouteResult, routePrompts } from "@/lib/commands/route-prompts";
import { readPrompts } from "@/lib/datasets/prompts/read-prompts";
import { isRouterId, ROUTER_IDS, ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import { toThreshold } from "@/lib/domain/threshold";
import type { Router } from "@/lib/routers/router";
import { getServedCalibrations } from "@/lib/serving/served-calibrations";
import { getServedRouters } from "@/lib/serving/served-routers";
import { forArgument } from "./for-argument";
import { formatTable } from "./format-table";
import { refuseIdleOptions } from "./idle-options";
import { printJson, printLines } from "./print-result";
import { parseShare } from "./share-argument";

/** What the app opens with: half of the calls to the strong model. */
const DEFAULT_SHARE = 0.5;

type RouteOptions = {
  readonly prompt?: string;
  readonly prompts?: string;
  readonly router: RouterId | "all";
  readonly alpha?: number;
  readonly strongShare?: number;
  readonly json?: true;
};

export function registerRouteCommand(program: Command): void {
  program
    .command("route")
    .description("Score prompts and decide between the strong and the weak model.")
    .option("--prompt <text>", "the prompt; - reads it from standard input")
    .option("--prompts <file>", "many prompts: .txt (a prompt a line), .csv or .jsonl with a prompt column")
    .addOption(
      new Option(`--router <${ROUTER_IDS.join("|")}|all>`, "router to ask")
        .choices([...ROUTER_IDS, "all"])
        .default("all"),
    )
    .addOption(new Option("--alpha <0…1>", "threshold: a win rate from here goes to strong").argParser(parseShare))
    .addOption(
      new Option(
        "--strong-share <0…1>",
        "threshold by target: this share of real chat prompts goes to strong (default: 0.5)",
      )
        .argParser(parseShare)
        .conflicts("alpha"),
    )
    .option("--json", "print one JSON document")
    .action(async (options: RouteOptions, command: Command) => {
      const { alpha, strongShare = DEFAULT_SHARE, json } = options;
      const prompts = await readInput(options);
      const known = await getServedRouters();
      const chosen = [...known.values()].filter(({ id }) => options.router === "all" || id === options.router);
      const fixed = options.strongShare !== undefined && (await isFixed(chosen));
      refuseIdleOptions(command, {
        "--strong-share":
          fixed && `where ROUTELLM_${options.router.toUpperCase()}_ALPHA fixes α; give --alpha instead.`,
      });
      const argument = options.prompts === undefined ? "--prompt" : "--prompts";
      const results = await forArgument(argument, () =>
        routePrompts({
          prompts,
          routers: chosen,
          threshold: alpha === undefined ? { strongShare } : { alpha: toThreshold(alpha, "--alpha") },
          getCalibrations: getServedCalibrations,
        }),
      );
      if (json) printJson(options.prompts === undefined ? results[0] : { results });
      else printLines(results.flatMap(describeRoute));
    });
}

/** Whether the only router that is asked has an α of its own, whatever the share. */
async function isFixed([router, ...others]: readonly Router[]): Promise<boolean> {
  if (router === undefined || others.length > 0) return false;
  return (await getServedCalibrations())[router.id].kind === "fixed";
}

async function readInput({ prompt, prompts }: RouteOptions): Promise<string[]> {
  if ((prompt === undefined) === (prompts === undefined)) {
    throw new RoutingError({
      code: "invalid_argument",
      parameter: "--prompt",
      message: "give one prompt with --prompt TEXT (- for standard input), or a file of them with --prompts FILE.",
    });
  }
  if (prompts !== undefined) return forArgument("--prompts", () => readPrompts(prompts));
  return [prompt === "-" ? (await text(process.stdin)).replace(/\r?\n$/, "") : (prompt ?? "")];
}

function describeRoute({ prompt, routers, unavailable = {} }: RouteResult): string[] {
  const firstLine = prompt.trim().split("\n")[0] ?? "";
  const rows = Object.entries(routers).flatMap(([id, routed]) =>
    routed === undefined || !isRouterId(id)
      ? []
      : [
          [
            ROUTER_INFO[id].label,
            routed.winRate.toFixed(4),
            routed.threshold.toFixed(4),
            routed.choice,
            `${routed.latencyMs.toFixed(2)} ms`,
          ],
        ],
  );
  return [
    firstLine.length > 78 ? `${firstLine.slice(0, 77)}…` : firstLine,
    ...formatTable([["router", "win rate", "α", "choice", "latency"], ...rows]),
    ...Object.entries(unavailable).map(([id, reason]) => `${isRouterId(id) ? ROUTER_INFO[id].label : id}: ${reason}`),
    "",
  ];
}
