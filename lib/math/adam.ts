const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** What an optimiser remembers of earlier steps; arrays have the parameters' length. */
export type AdamMemory = { steps: number; readonly first: Float64Array; readonly second: Float64Array };

/** One parameter array under optimisation, moved in place. */
export type Adam = {
  /** One step against `gradient`, which has the parameters' length and is left alone. */
  step(gradient: Float32Array | Float64Array, learningRate: number): void;
  /** Live: to be written down before the next step, or copied. */
  readonly memory: AdamMemory;
};

/**
 * Adam (Kingma & Ba 2015) with bias correction and the weight decay of torch.optim.Adam: decay · parameter is added to
 * the gradient (an L2 penalty), not taken from the parameter as AdamW does.
 * @param memory of an optimisation that goes on; it is moved in place too.
 */
export function createAdam(
  parameters: Float64Array,
  weightDecay: number,
  memory: AdamMemory = {
    steps: 0,
    first: new Float64Array(parameters.length),
    second: new Float64Array(parameters.length),
  },
): Adam {
  const { first, second } = memory;
  return {
    memory,
    step(gradient, learningRate) {
      memory.steps += 1;
      const rate = learningRate / (1 - BETA_1 ** memory.steps);
      const correction = 1 / Math.sqrt(1 - BETA_2 ** memory.steps);
      for (let index = 0; index < parameters.length; index++) {
        const parameter = parameters[index] ?? 0;
        const slope = (gradient[index] ?? 0) + weightDecay * parameter;
        const mean = BETA_1 * (first[index] ?? 0) + (1 - BETA_1) * slope;
        const square = BETA_2 * (second[index] ?? 0) + (1 - BETA_2) * slope * slope;
        first[index] = mean;
        second[index] = square;
        parameters[index] = parameter - (rate * mean) / (Math.sqrt(square) * correction + EPSILON);
      }
    },
  };
}
