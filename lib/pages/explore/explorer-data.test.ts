import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { BENCHMARK_IDS } from "@/lib/domain/benchmark";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { figuresArtifactSchema } from "@/lib/schemas/artifacts/figures-artifact";
import { loadExplorerData } from "./explorer-data";

it("hands on every router's figures on the deciles and its interval, each under its own benchmark", async () => {
  const file = await readFile("public/artifacts/figures.json", "utf8");
  const { benchmarks } = figuresArtifactSchema.parse(JSON.parse(file));
  const { deciles, intervals } = await loadExplorerData();
  for (const benchmark of BENCHMARK_IDS) {
    for (const router of ROUTER_IDS) {
      const measured = benchmarks[benchmark].routers[router];
      expect(measured.deciles).toMatchObject(deciles[benchmark][router]);
      expect(Object.keys(deciles[benchmark][router])).toEqual(["apgr", "cpt50", "cpt80"]);
      expect(intervals[benchmark][router]).toEqual(measured.apgrInterval);
    }
  }
});
