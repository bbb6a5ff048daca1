import { loadPlayground } from "@/lib/pages/playground/load-playground";
import { keepShippedCalibrations } from "@/lib/pages/shared/page-calibrations";

/** Makes the files that pages name now. */
export async function keepFilesInUse(): Promise<void> {
  await Promise.all([loadPlayground({}), keepShippedCalibrations()]);
}
