import { unpackRegister, unpackSample } from "@/lib/packing/pack-origins";
import { oncePerArtifacts } from "@/lib/runtime/once-per-artifacts";
import { originsArtifactSchema } from "@/lib/schemas/artifacts/origins-artifact";
import { readArtifact } from "@/lib/storage/read-artifact";

/** Where battles and calibration prompts come from; read when somebody first asks why. */
export const getOrigins = oncePerArtifacts(async (directory) => {
  const artifact = await readArtifact({ directory, path: "origins.json", schema: originsArtifactSchema });
  return { sources: artifact.sources, register: unpackRegister(artifact), sample: unpackSample(artifact) };
});
