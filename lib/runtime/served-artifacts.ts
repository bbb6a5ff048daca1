import { artifactManifestSchema } from "@/lib/schemas/artifacts/artifact-manifest";
import { speedMeasurementSchema } from "@/lib/schemas/artifacts/speed-measurement";
import { MANIFEST_PATH } from "@/lib/storage/check-artifacts";
import { readArtifact } from "@/lib/storage/read-artifact";
import { readBenchmarkArtifact } from "@/lib/storage/read-benchmark-artifact";
import { readCalibrationArtifact } from "@/lib/storage/read-calibration-artifact";
import { MEASUREMENTS_DIRECTORY } from "./measurements-directory";
import { once } from "./once";
import { oncePerArtifacts } from "./once-per-artifacts";

/**
 * What several pages need of the artifacts in use, read and checked once: at each request it would hold up all others
 * for as long as megabytes of JSON take.
 */
export const getManifest = oncePerArtifacts((directory) =>
  readArtifact({ directory, path: MANIFEST_PATH, schema: artifactManifestSchema }),
);

export const getCalibrationArtifact = oncePerArtifacts(readCalibrationArtifact);

const benchmark = (name: "mmlu" | "gsm8k" | "mt-bench") =>
  oncePerArtifacts((directory) => readBenchmarkArtifact(directory, name));

export const GET_BENCHMARK = { mmlu: benchmark("mmlu"), gsm8k: benchmark("gsm8k"), "mt-bench": benchmark("mt-bench") };

/** How fast each router was when `bench --save` measured it. */
export const getSpeedMeasurement = once(() =>
  readArtifact({ directory: MEASUREMENTS_DIRECTORY, path: "speed.json", schema: speedMeasurementSchema }),
);
