import "server-only";
import { loadPlayground } from "./load-playground";
import { keepShippedCalibrations } from "./page-calibrations";

/** Makes the files that pages name now. */
export async function keepFilesInUse(): Promise<void> {
  await Promise.all([loadPlayground({}), keepShippedCalibrations()]);
}
