import { type Command, Option } from "commander";
import { PUBLIC_SOURCES, type PublicSource } from "@/lib/datasets/sources/public-sources";
import { RoutingError } from "@/lib/domain/routing-error";
import { fetchData } from "@/lib/pipelines/fetch-data";
import { readEnv } from "@/lib/runtime/env";
import { printLines } from "./print-result";
import { createProgressBar } from "./progress-bar";

type FetchOptions = { readonly data?: string; readonly from?: string };

const SOURCES: Readonly<Record<PublicSource, string>> = {
  benchmarks: "the question text of MMLU, GSM8K and MT-Bench, into raw/",
  "arena-55k": "the Chatbot Arena battles to train on, into battles/",
};

export function registerDataFetchCommand(data: Command): void {
  const fetch = data
    .command("fetch")
    .description("Fetch public data into the data folder: resumed where it stopped, checked by SHA-256.")
    .usage(`${Object.keys(SOURCES).join("|")} [options]`)
    .argument("[source]")
    .action((source: string | undefined) => {
      const problem = source === undefined ? "a source is missing" : `unknown source '${source}'`;
      throw new RoutingError({
        code: "invalid_argument",
        parameter: "data fetch",
        message: `${problem}; it must be one of ${Object.keys(SOURCES).join(", ")} (or --help).`,
      });
    });
  registerSource(fetch, "benchmarks");
  registerSource(fetch, "arena-55k");
}

function registerSource(fetch: Command, source: PublicSource): void {
  fetch
    .command(source)
    .description(`Fetch ${SOURCES[source]}.`)
    .option("--data <dir>", "data folder; made if there is none (default: ROUTELLM_DATA)")
    .addOption(
      new Option(
        "--from <base_url>",
        `a mirror that keeps the paths of the public host (default: ${PUBLIC_SOURCES[source].base})`,
      ).argParser(readBase),
    )
    .action(async ({ data, from }: FetchOptions) => {
      const directory = data ?? readEnv().dataDirectory;
      const bar = createProgressBar("{files} files, {megabytes} MB");
      const values = (files: number, bytes: number) => ({ files: String(files), megabytes: (bytes / 1e6).toFixed(1) });
      bar.start(values(0, 0));
      const { fetched, present } = await fetchData({
        source,
        directory,
        ...(from === undefined ? {} : { base: from }),
        report: ({ files, bytes, share }) => bar.update(share, values(files, bytes)),
      }).finally(bar.stop);
      printLines([`Fetched ${fetched} files into ${directory}; ${present} were there already.`]);
    });
}

function readBase(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && ["http:", "https:"].includes(url.protocol) && url.search === "" && url.hash === "")
    return text;
  throw new RoutingError({
    code: "invalid_argument",
    parameter: "--from",
    message: `must be an http(s) address without a query, as of a mirror, but it was "${text}".`,
  });
}
