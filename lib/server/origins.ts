import "server-only";
import { originsArtifactSchema } from "@/lib/schemas/origins-artifact";
import { readArtifact } from "@/lib/storage/read-artifact";
import { oncePerArtifacts } from "./once-per-artifacts";
import { unpackRegister, unpackSample } from "./pack-origins";

/** Where battles and calibration prompts come from; read when somebody first asks why. */
export const getOrigins = oncePerArtifacts(async (directory) => {
  const artifact = await readArtifact({ directory, path: "origins.json", schema: originsArtifactSchema });
  return { sources: artifact.sources, register: unpackRegister(artifact), sample: unpackSample(artifact) };
});
