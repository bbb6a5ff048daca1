import type { RouterId } from "@/lib/domain/router-id";
import { createTextSimilarity } from "@/lib/embeddings/text-similarity";
import { signSketch, sketchCosines } from "@/lib/math/sign-sketch";
import { unpackEncoder } from "@/lib/packing/pack-encoder";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import { getCalibrationArtifact } from "@/lib/runtime/served-artifacts";
import { encoderArtifactSchema } from "@/lib/schemas/artifacts/encoder-artifact";
import type { NeighboursAnswer } from "@/lib/schemas/web/neighbours-answer";
import { getAlternatives } from "@/lib/serving/alternatives";
import { getOrigins } from "@/lib/serving/origins";
import { getServedRouters } from "@/lib/serving/served-routers";
import { readArtifact } from "@/lib/storage/read-artifact";
import { EXAMPLE_PROMPTS } from "@/lib/view/playground/example-prompts";

/** Prompts of the calibration sample that are given. */
const SAMPLE_NEIGHBOURS = 6;

type WinRates = Partial<Record<RouterId, number>>;

const getSimilarity = oncePerArtifacts(async (directory) => {
  const encoder = await readArtifact({ directory, path: "encoder.json", schema: encoderArtifactSchema });
  const texts = EXAMPLE_PROMPTS.map(({ prompt }) => prompt);
  return createTextSimilarity({ idf: unpackEncoder(encoder).idf, texts });
});

/** Every example's win rates by the routers of this machine: others are not asked for prompts that nobody typed. */
const getExampleWinRates = oncePerArtifacts(async (): Promise<readonly WinRates[]> => {
  const [routers, alternatives] = await Promise.all([getServedRouters(), getAlternatives()]);
  const winRates = EXAMPLE_PROMPTS.map((): WinRates => ({}));
  for (const [id, router] of routers) {
    if (alternatives.get(id)?.isRemote === true) continue;
    const scores = await router.scoreBatch(EXAMPLE_PROMPTS.map(({ prompt }) => prompt));
    scores.forEach((winRate, index) => {
      const row = winRates[index];
      if (row !== undefined) row[id] = winRate;
    });
  }
  return winRates;
});

/** The calibration sample's rows; a stand-in has scored none of them. */
const getSampleRows = oncePerArtifacts(async () => {
  const [{ characters, winRates }, alternatives] = await Promise.all([getCalibrationArtifact(), getAlternatives()]);
  return {
    characters,
    winRates: Object.entries(winRates).filter(([id]) => ![...alternatives.keys()].some((own) => own === id)),
  };
});

/** Which example prompts, and which prompts of the calibration sample, are most like this one. */
export async function findNeighbours(prompt: string): Promise<NeighboursAnswer> {
  const [similarity, exampleWinRates, rows, { sample }] = await Promise.all([
    getSimilarity(),
    getExampleWinRates(),
    getSampleRows(),
    getOrigins(),
  ]);
  const cosines = similarity.cosines(prompt);
  const examples = EXAMPLE_PROMPTS.map(({ id }, index) => ({
    id,
    similarity: cosines[index] ?? 0,
    winRates: exampleWinRates[index] ?? {},
  })).toSorted((a, b) => b.similarity - a.similarity);
  const sketched = sketchCosines(signSketch(similarity.vectorOf(prompt)), sample.sketches);
  const nearest = Array.from(sketched, (cosine, row) => ({ cosine, row }))
    .toSorted((a, b) => b.cosine - a.cosine || a.row - b.row)
    .slice(0, SAMPLE_NEIGHBOURS);
  return {
    examples,
    sample: nearest.map(({ cosine, row }) => ({
      ...(sample.origins[row] ?? { source: "", id: "" }),
      similarity: cosine,
      characters: rows.characters[row] ?? 0,
      winRates: Object.fromEntries(rows.winRates.map(([id, column]) => [id, column[row] ?? 0])),
    })),
    sampleSize: sample.origins.length,
  };
}
