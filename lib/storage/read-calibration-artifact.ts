import { type CalibrationArtifact, calibrationArtifactSchema } from "@/lib/schemas/artifacts/calibration-artifact";
import { readArtifact } from "./read-artifact";

/** The shipped calibration sample. @throws RoutingError `artifact_unusable`. */
export function readCalibrationArtifact(directory: string): Promise<CalibrationArtifact> {
  return readArtifact({ directory, path: "calibration.json", schema: calibrationArtifactSchema });
}
