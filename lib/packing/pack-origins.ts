import type { PromptOrigin } from "@/lib/domain/router-explanation";
import { SKETCH_BITS, signSketch } from "@/lib/math/sign-sketch";
import type { BattleRegister, RegisteredBattle } from "@/lib/routers/battle-register";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import type { OriginsArtifact } from "@/lib/schemas/artifacts/origins-artifact";
import { createNgramCounter, weighRow } from "@/lib/text/hashed-features";

const SKETCH_WORDS = SKETCH_BITS / 32;

/** Numbers what is in a list by its first appearance. */
function createNumbering() {
  const places = new Map<string, number>();
  return {
    of(name: string): number {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      return place;
    },
    names: (): string[] => [...places.keys()],
  };
}

/**
 * @param options.rows battles of each row of the similarity-weighted router.
 * @param options.sample the calibration sample's prompts, in its order, with where they come from.
 * @param options.idf (TEXT_COLUMNS) of the encoder.
 */
export function packOrigins(options: {
  rows: readonly (readonly RegisteredBattle[])[];
  sample: readonly { readonly prompt: string; readonly origin: PromptOrigin }[];
  idf: Float32Array;
}): OriginsArtifact {
  const { rows, sample, idf } = options;
  const [sources, models, evidence] = [createNumbering(), createNumbering(), createNumbering()];
  const battles = rows.flat();
  const columns = {
    counts: rows.map(({ length }) => length),
    source: battles.map(({ source }) => sources.of(source)),
    id: battles.map(({ id }) => id),
    evidence: battles.map((battle) => evidence.of(`${battle.evidence} ${battle.weight}`)),
    modelA: battles.map(({ modelA }) => models.of(modelA)),
    modelB: battles.map(({ modelB }) => models.of(modelB)),
    outcome: battles.map(({ outcome }) => Number(outcome.toFixed(3))),
  };
  const countNgrams = createNgramCounter();
  const sketches = sample.map(({ prompt }) => signSketch(weighRow(countNgrams(prompt), idf)));
  const sampled = {
    source: sample.map(({ origin }) => sources.of(origin.source)),
    id: sample.map(({ origin }) => origin.id),
    sketches: encodeWords(sketches),
  };
  const kinds = evidence.names().map((name) => {
    const battle = battles.find((each) => name === `${each.evidence} ${each.weight}`);
    if (battle === undefined) throw new TypeError(`No battle rests on ${name}`);
    return { kind: battle.evidence, weight: battle.weight };
  });
  return {
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    sources: sources.names(),
    models: models.names(),
    evidence: kinds,
    battles: columns,
    sample: sampled,
  };
}

/** The register as the router's explainer asks for it. */
export function unpackRegister({ battles, sources, models, evidence }: OriginsArtifact): BattleRegister {
  const offsets = [0];
  for (const count of battles.counts) offsets.push((offsets.at(-1) ?? 0) + count);
  const battleAt = (at: number): RegisteredBattle => {
    const kind = evidence[battles.evidence[at] ?? 0];
    return {
      source: sources[battles.source[at] ?? 0] ?? "",
      id: battles.id[at] ?? "",
      evidence: kind?.kind ?? "expected",
      weight: kind?.weight ?? 0,
      modelA: models[battles.modelA[at] ?? 0] ?? "",
      modelB: models[battles.modelB[at] ?? 0] ?? "",
      outcome: battles.outcome[at] ?? 0,
    };
  };
  return {
    rows: battles.counts.length,
    battlesOf: (row) =>
      Array.from({ length: battles.counts[row] ?? 0 }, (_, index) => battleAt((offsets[row] ?? 0) + index)),
  };
}

/** The sample's prompts: where each comes from, and their sketches one after another. */
export function unpackSample({ sample, sources }: OriginsArtifact): {
  readonly origins: readonly PromptOrigin[];
  readonly sketches: Uint32Array;
} {
  return {
    origins: sample.id.map((id, row) => ({ id, source: sources[sample.source[row] ?? 0] ?? "" })),
    sketches: decodeWords(sample.sketches),
  };
}

function encodeWords(sketches: readonly Uint32Array[]): string {
  const bytes = Buffer.alloc(sketches.length * SKETCH_WORDS * 4);
  sketches.forEach((sketch, row) => {
    sketch.forEach((word, place) => {
      bytes.writeUInt32LE(word, (row * SKETCH_WORDS + place) * 4);
    });
  });
  return bytes.toString("base64");
}

function decodeWords(text: string): Uint32Array {
  const bytes = Buffer.from(text, "base64");
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, word) => bytes.readUInt32LE(4 * word));
}
