/** The steps in order, with the share of the time that each takes (measured); for a progress bar with a fair ETA. */
export const TRAINING_STEPS = [
  { name: "reading data, leaving benchmark questions out", share: 0.12 },
  { name: "similarity of benchmarks and training data", share: 0.46 },
  { name: "difficulty of every question", share: 0.03 },
  { name: "reading prompts", share: 0.05 },
  { name: "difficulty column", share: 0.03 },
  { name: "gain column", share: 0.01 },
  { name: "word-problem columns", share: 0.03 },
  { name: "preference column", share: 0.06 },
  { name: "demand column", share: 0.01 },
  { name: "routers", share: 0.03 },
  { name: "scoring benchmarks", share: 0.06 },
  { name: "scoring the calibration sample", share: 0.08 },
  { name: "bootstrap of the figures", share: 0.03 },
] as const;

export type TrainingStep = (typeof TRAINING_STEPS)[number]["name"];
