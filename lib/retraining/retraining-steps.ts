import { stepsDone } from "@/lib/training/steps-done";

/** The steps of a training on votes in order, with how long each takes on a quiet core; for a fair estimate. */
const RETRAINING_STEPS = [
  { name: "reading the shipped battles", seconds: 2 },
  { name: "choosing how much a vote counts", seconds: 24 },
  { name: "fitting the routers", seconds: 3 },
  { name: "scoring the calibration sample", seconds: 9 },
  { name: "scoring the benchmarks", seconds: 2 },
  { name: "bootstrap of the figures", seconds: 8 },
  { name: "writing", seconds: 1 },
] as const;

export type RetrainingStep = (typeof RETRAINING_STEPS)[number]["name"];

/** Hears how far the training is; `share` of the step, in [0, 1]. */
export type ReportRetraining = (step: RetrainingStep, share: number) => void;

/** Share of the whole that is done, in [0, 1]. */
export const retrainingDone = (step: RetrainingStep, share: number): number => stepsDone(RETRAINING_STEPS, step, share);
