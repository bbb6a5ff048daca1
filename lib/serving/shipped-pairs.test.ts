import { stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PAIR_TABLE_IDS, PAIR_TABLE_INFO, type PairTableId } from "@/lib/domain/pair-table";
import { ROUTER_IDS } from "@/lib/domain/router-id";
import { weightsDigest } from "@/lib/packing/weights-digest";
import { MEASUREMENTS_DIRECTORY } from "@/lib/runtime/measurements-directory";
import { artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import { pairOutcomesSchema } from "@/lib/schemas/artifacts/pair-outcomes-artifact";
import { pairScoresSchema } from "@/lib/schemas/artifacts/pair-scores-artifact";
import { readArtifact } from "@/lib/storage/read-artifact";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";
import { pairTable } from "@/lib/view/explore/loaded-pair-table";
import { pairKnowledge, pairWinRates } from "@/lib/view/explore/pair-win-rates";

const ARTIFACTS = "public/artifacts";
/** The promise: all outcomes together, in bytes. */
const OUTCOMES_BUDGET = 500_000;

async function readTable(id: PairTableId) {
  const directory = MEASUREMENTS_DIRECTORY;
  const outcomes = await readArtifact({ directory, path: `pairs/${id}-outcomes.json`, schema: pairOutcomesSchema });
  const scores = await readArtifact({ directory, path: `pairs/${id}-scores.json`, schema: pairScoresSchema });
  return { outcomes, scores, table: pairTable(outcomes, scores) };
}

describe("the shipped tables of pairs", () => {
  it("hold their outcomes in half a megabyte, and no text", async () => {
    const sizes = await Promise.all(
      PAIR_TABLE_IDS.map((id) => stat(join(MEASUREMENTS_DIRECTORY, `pairs/${id}-outcomes.json`))),
    );
    expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(OUTCOMES_BUDGET);
  });

  it.each([
    ["mmlu-pro", 29],
    ["gsm8k", 44],
    ["math", 6],
  ] as const)(
    "%s has %i models, among them its own pair, and questions that nobody learned from",
    async (id, count) => {
      const { outcomes, scores, table } = await readTable(id);
      expect(table.models).toHaveLength(count);
      const { strong, weak } = PAIR_TABLE_INFO[id].pair;
      const scoreOf = (name: string) => table.models.find((model) => model.name === name)?.score ?? Number.NaN;
      expect(scoreOf(strong)).toBeGreaterThan(scoreOf(weak));
      expect(scores.rows.length).toBeGreaterThan(50);
      expect(scores.rows.length + scores.left.trained + scores.left.copies).toBe(outcomes.ids.length);
      for (const router of ROUTER_IDS) {
        const winRates = pairWinRates(table, { strong: "nobody", weak: "nobody" })[router];
        expect(winRates).toHaveLength(scores.rows.length);
        expect(winRates.every((winRate) => winRate >= 0 && winRate <= 1)).toBe(true);
      }
    },
  );

  it("were scored by the weights that are shipped (else: npm run routellm -- pairs)", async () => {
    const manifest = await readArtifact({
      directory: ARTIFACTS,
      path: "manifest.json",
      schema: artifactManifestSchema,
    });
    for (const id of PAIR_TABLE_IDS) expect((await readTable(id)).scores.weights).toBe(weightsDigest(manifest));
  });

  it("say of the trained pair on GSM8K what the benchmark's own artifact says", async () => {
    const { table } = await readTable("gsm8k");
    const artifact = await readBenchmarkArtifact(ARTIFACTS, "gsm8k");
    const winRates = pairWinRates(table, table.trainedPair);
    expect(pairKnowledge(table, table.trainedPair)).toMatchObject({ mf: "knows", sw_ranking: "knows", bert: "blind" });
    expect(table.ids.length).toBeGreaterThan(1200);
    const places = new Map(artifact.ids.map((id, row) => [id, row]));
    for (const router of ROUTER_IDS) {
      const differences = table.ids.map((id, row) => {
        const place = places.get(id);
        return Math.abs((winRates[router][row] ?? Number.NaN) - (artifact.winRates[router][place ?? -1] ?? Number.NaN));
      });
      // Shipped win rates are rounded down to a millionth, strengths to one of 65,535 steps.
      expect(Math.max(...differences)).toBeLessThan(1e-4);
    }
  });
});
