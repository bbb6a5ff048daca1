"use client";

import { type Calibrations, parseCalibrations } from "@/lib/view/shared/calibration-file";
import { pageFiles, usePageFile } from "./use-page-file";

const FILES = pageFiles(parseCalibrations);

/** The calibrations of a digest. */
export const useCalibrations = (digest: string): Calibrations => usePageFile(FILES, digest);
