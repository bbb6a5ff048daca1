import { RoutingError } from "@/lib/domain/routing-error";
import type { GatedEncoderWeights, LearnedColumn } from "@/lib/embeddings/gated-encoder-weights";
import { ARTIFACT_SCHEMA_VERSION } from "@/lib/schemas/artifacts/artifact-version";
import type { EncoderArtifact } from "@/lib/schemas/artifacts/encoder-artifact";
import { decodeFloats, encodeFloats } from "@/lib/storage/base64-floats";
import { HAND_FEATURES } from "@/lib/text/hand-features";
import { TEXT_COLUMNS } from "@/lib/text/hashed-features";

/** The encoder in the shape of its artifact: long columns as base64 of 32-bit floats. */
export function packEncoder(weights: GatedEncoderWeights): EncoderArtifact {
  const column = (name: string, { text, hand, mean, deviation }: LearnedColumn) => ({
    text: encodeFloats(text, name),
    hand: [...hand],
    mean,
    deviation,
  });
  const { means, deviations, coefficients, deviation } = weights.size;
  return {
    schemaVersion: ARTIFACT_SCHEMA_VERSION,
    textColumns: TEXT_COLUMNS,
    idf: encodeFloats(weights.idf, "idf"),
    handMeans: [...weights.handMeans],
    handDeviations: [...weights.handDeviations],
    difficulty: column("difficulty", weights.difficulty),
    gain: column("gain", weights.gain),
    size: { means: [...means], deviations: [...deviations], coefficients: [...coefficients], deviation },
    wording: column("wording", weights.wording),
    preference: column("preference", weights.preference),
    demand: column("demand", weights.demand),
  };
}

/**
 * Undoes `packEncoder`.
 * @throws RoutingError if the artifact was trained with other features than this code reads.
 */
export function unpackEncoder(artifact: EncoderArtifact): GatedEncoderWeights {
  if (artifact.textColumns !== TEXT_COLUMNS || artifact.handMeans.length !== HAND_FEATURES.length) {
    throw new RoutingError({
      code: "artifact_unusable",
      parameter: "encoder.json",
      message: `encoder.json was trained with ${artifact.textColumns} text columns and ${artifact.handMeans.length} hand features, but this version reads ${TEXT_COLUMNS} and ${HAND_FEATURES.length}: run \`npm run routellm -- train\`.`,
    });
  }
  const floats = (text: string, parameter: string) =>
    Float32Array.from(decodeFloats(text, { count: TEXT_COLUMNS, parameter }));
  const column = (name: "difficulty" | "gain" | "wording" | "preference" | "demand"): LearnedColumn => ({
    ...artifact[name],
    text: floats(artifact[name].text, name),
  });
  return {
    idf: floats(artifact.idf, "idf"),
    handMeans: artifact.handMeans,
    handDeviations: artifact.handDeviations,
    difficulty: column("difficulty"),
    gain: column("gain"),
    size: artifact.size,
    wording: column("wording"),
    preference: column("preference"),
    demand: column("demand"),
  };
}
