import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { embeddingOf } from "@/lib/embeddings/gated-encoder";
import { promptEmbeddingsArtifactSchema } from "@/lib/schemas/artifacts/prompt-embeddings-artifact";
import { readArtifact } from "@/lib/storage/read-artifact";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";
import { readCalibrationArtifact } from "@/lib/storage/read-calibration-artifact";
import { packEmbeddings, unpackEmbeddings } from "./pack-prompt-embeddings";
import { createHeads, readHeads } from "./router-heads";

const directory = resolve("public/artifacts");

describe("embeddings of prompts that are not shipped", () => {
  it("come back as they were, to 32 bits", () => {
    const prompt = fc.record({
      group: fc.constantFrom(0, 1, 2),
      score: fc.float({ noNaN: true, noDefaultInfinity: true }),
    });
    fc.assert(
      fc.property(fc.array(prompt), (prompts) => {
        const embeddings = prompts.map(({ group, score }) =>
          embeddingOf({ group, score, difficulty: group === 0 ? 0.5 : 0 }),
        );
        expect(unpackEmbeddings(packEmbeddings(embeddings))).toEqual(embeddings);
      }),
      { seed: 6 },
    );
  });

  it("give the shipped win rates, by the shipped routers", async () => {
    const packed = await readArtifact({
      directory,
      path: "prompt-embeddings.json",
      schema: promptEmbeddingsArtifactSchema,
    });
    const { weights, reliability } = await readHeads(directory);
    const { strongModel: strong, weakModel: weak, ...shipped } = await readBenchmarkArtifact(directory, "mmlu");
    const heads = createHeads(weights, { pair: { strong, weak }, reliability });
    const embeddings = unpackEmbeddings(packed.mmlu);
    expect(embeddings).toHaveLength(shipped.ids.length);
    for (let row = 0; row < embeddings.length; row += 97) {
      const embedding = embeddings[row];
      if (embedding === undefined) throw new TypeError("too few embeddings");
      // Shipped win rates are rounded down to six decimals, embeddings to 32 bits.
      expect(Math.abs(heads.mf(embedding) - (shipped.winRates.mf[row] ?? Number.NaN))).toBeLessThan(3e-6);
      expect(Math.abs(heads.sw_ranking(embedding) - (shipped.winRates.sw_ranking[row] ?? Number.NaN))).toBeLessThan(
        3e-6,
      );
    }
    const { characters } = await readCalibrationArtifact(directory);
    expect(packed.calibration.groups).toHaveLength(characters.length);
  });
});
