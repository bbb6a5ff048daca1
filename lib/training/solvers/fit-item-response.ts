import { createAdam } from "@/lib/math/adam";
import { sigmoid } from "@/lib/math/sigmoid";

/** Prior widths and optimiser constants of the prototype's recipe. */
const LOG_DISCRIMINATION_SD = 0.3;
const DIFFICULTY_SD = 1.5;
const ABILITY_SD = 2;
const STEPS = 400;
const LEARNING_RATE = 0.05;

/**
 * Difficulty of every question of a golden table, by a two-parameter logistic item response model:
 * P(model m answers item i) = σ(a_i (θ_m − b_i)), normal priors on ln a, b and θ, maximised by Adam.
 * A question that weak models answer and strong ones miss gets a small a; b is comparable within one table only.
 * @param outcomes (n_items) for each, (n_models) share correct in [0, 1] or NaN where a model was not asked.
 * @returns (n_items) difficulties b; higher is harder.
 */
export function fitItemResponse(outcomes: readonly Float64Array[]): Float64Array {
  const items = outcomes.length;
  const models = outcomes[0]?.length ?? 0;
  const size = models + 2 * items;
  // One vector: abilities, then difficulties, then log discriminations.
  const parameters = new Float64Array(size);
  outcomes.forEach((row, item) => {
    parameters[models + item] = startingDifficulty(row);
  });
  const gradient = new Float64Array(size);
  const adam = createAdam(parameters, 0);
  for (let step = 0; step < STEPS; step += 1) {
    accumulateGradient({ outcomes, parameters, gradient, models });
    adam.step(gradient, LEARNING_RATE);
  }
  return parameters.slice(models, models + items);
}

/** Minus the log odds of the share correct, half an answer added to either side. */
function startingDifficulty(row: Float64Array): number {
  let right = 0.5;
  let wrong = 0.5;
  for (const outcome of row) {
    if (!Number.isNaN(outcome)) {
      right += outcome;
      wrong += 1 - outcome;
    }
  }
  return Math.log(wrong / right);
}

/** Gradient of the negative log posterior. */
function accumulateGradient(options: {
  outcomes: readonly Float64Array[];
  parameters: Float64Array;
  gradient: Float64Array;
  models: number;
}): void {
  const { outcomes, parameters, gradient, models } = options;
  const items = outcomes.length;
  for (let model = 0; model < models; model += 1) gradient[model] = (parameters[model] ?? 0) / ABILITY_SD ** 2;
  outcomes.forEach((row, item) => {
    const difficulty = parameters[models + item] ?? 0;
    const logDiscrimination = parameters[models + items + item] ?? 0;
    const discrimination = Math.exp(logDiscrimination);
    let towardsDifficulty = difficulty / DIFFICULTY_SD ** 2;
    let towardsDiscrimination = logDiscrimination / LOG_DISCRIMINATION_SD ** 2;
    for (let model = 0; model < models; model += 1) {
      const outcome = row[model] ?? 0;
      if (Number.isNaN(outcome)) continue;
      const distance = (parameters[model] ?? 0) - difficulty;
      const error = sigmoid(discrimination * distance) - outcome;
      gradient[model] = (gradient[model] ?? 0) + error * discrimination;
      towardsDifficulty -= error * discrimination;
      towardsDiscrimination += error * discrimination * distance;
    }
    gradient[models + item] = towardsDifficulty;
    gradient[models + items + item] = towardsDiscrimination;
  });
}
