/** The steps in order, with how long each takes on two quiet cores; for a progress bar with a fair ETA. */
export const TRAINING_STEPS = [
  { name: "reading data, leaving benchmark questions out", seconds: 25 },
  { name: "similarity of benchmarks and training data", seconds: 35 },
  { name: "difficulty of every question", seconds: 6 },
  { name: "reading prompts", seconds: 10 },
  { name: "difficulty column", seconds: 6 },
  { name: "gain column", seconds: 2 },
  { name: "word-problem columns", seconds: 6 },
  { name: "preference column", seconds: 12 },
  { name: "demand column", seconds: 2 },
  { name: "routers", seconds: 6 },
  { name: "transformers", seconds: 1500 },
  { name: "scoring held-out prompts", seconds: 40 },
  { name: "scoring benchmarks", seconds: 50 },
  { name: "bootstrap of the figures", seconds: 6 },
] as const;

export type TrainingStep = (typeof TRAINING_STEPS)[number]["name"];

/** Hears of each step as it begins, and of a long one which share of it is done, in [0, 1]. */
export type ReportStep = (step: TrainingStep, share?: number) => void;
