import { type PlaygroundListing, parseListing } from "@/lib/view/playground/playground-listing";
import { type Calibrations, parseCalibrations } from "@/lib/view/shared/calibration-file";
import { keptPageFiles } from "@/lib/view/shared/page-file";

/** What a page that names this file shows. */
export const calibrationsOf = (digest: string): Calibrations =>
  parseCalibrations(keptPageFiles().get(digest)?.text ?? "");

/** What the playground lists. */
export const listingOf = (digest: string): PlaygroundListing => parseListing(keptPageFiles().get(digest)?.text ?? "");
