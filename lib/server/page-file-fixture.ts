import { type Calibrations, parseCalibrations } from "@/lib/explorer/calibration-file";
import { keptPageFiles } from "@/lib/explorer/page-file";
import { type PlaygroundListing, parseListing } from "@/lib/explorer/playground-listing";

/** What a page that names this file shows. */
export const calibrationsOf = (digest: string): Calibrations =>
  parseCalibrations(keptPageFiles().get(digest)?.text ?? "");

/** What the playground lists. */
export const listingOf = (digest: string): PlaygroundListing => parseListing(keptPageFiles().get(digest)?.text ?? "");
