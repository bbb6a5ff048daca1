import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import type { Command } from "commander";
import { benchRouters } from "@/lib/commands/bench-routers";
import { forEveryRouter } from "@/lib/domain/for-every-router";
import { MEASUREMENTS_DIRECTORY } from "@/lib/runtime/measurements-directory";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import { type SpeedMeasurement, speedMeasurementSchema } from "@/lib/schemas/artifacts/speed-measurement";
import { getRouters } from "@/lib/serving/container";
import { stableJson } from "@/lib/storage/stable-json";
import { formatTable } from "./format-table";
import { printJson, printLines } from "./print-result";

export function registerBenchCommand(program: Command): void {
  program
    .command("bench")
    .description("Measure how fast each router scores a prompt of 300 characters in this process.")
    .option("--json", "print one JSON document")
    .option("--save", `also write ${MEASUREMENTS_DIRECTORY}/speed.json, which the explorer's guidance reads`)
    .action(async ({ json, save }: { readonly json?: true; readonly save?: true }) => {
      const routers = await benchRouters(await getRouters());
      if (save) await saveMeasurement(routers);
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

async function saveMeasurement(routers: Awaited<ReturnType<typeof benchRouters>>): Promise<void> {
  const measurement: SpeedMeasurement = speedMeasurementSchema.parse({
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    date: new Date().toISOString().slice(0, 10),
    machine: `${availableParallelism()} × ${cpus()[0]?.model ?? "an unknown processor"}`,
    routers: forEveryRouter((router) => routers[router]),
  });
  await mkdir(MEASUREMENTS_DIRECTORY, { recursive: true });
  await writeFile(join(MEASUREMENTS_DIRECTORY, "speed.json"), stableJson(measurement));
}
