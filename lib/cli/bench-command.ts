import type { Command } from "commander";
import { benchRouters } from "@/lib/server/bench-routers";
import { getRouters } from "@/lib/server/container";
import { formatTable } from "./format-table";
import { printJson, printLines } from "./print-result";

export function registerBenchCommand(program: Command): void {
  program
    .command("bench")
    .description("Measure how fast each router scores a prompt of 300 characters in this process.")
    .option("--json", "print one JSON document")
    .action(async ({ json }: { readonly json?: true }) => {
      const routers = await benchRouters(await getRouters());
      if (json) {
        printJson({ routers });
        return;
      }
      const rows = Object.entries(routers).map(([id, bench]) => [
        id,
        bench.promptsPerSecond.toLocaleString("en"),
        bench.p50Ms.toFixed(3),
        bench.p95Ms.toFixed(3),
        String(bench.residentMB),
        bench.explain?.p50Ms.toFixed(1) ?? "",
        bench.explain?.p95Ms.toFixed(1) ?? "",
      ]);
      printLines(
        formatTable([["router", "prompts/s", "p50 ms", "p95 ms", "resident MB", "explain p50 ms", "p95 ms"], ...rows]),
      );
    });
}
