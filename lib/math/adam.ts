const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** One parameter array under optimisation, moved in place. */
export type Adam = {
  /** One step against `gradient`, which has the parameters' length and is left alone. */
  step(gradient: Float64Array, learningRate: number): void;
};

/**
 * Adam (Kingma & Ba 2015) with bias correction and the weight decay of torch.optim.Adam: decay · parameter is added to
 * the gradient (an L2 penalty), not taken from the parameter as AdamW does.
 */
export function createAdam(parameters: Float64Array, weightDecay: number): Adam {
  const first = new Float64Array(parameters.length);
  const second = new Float64Array(parameters.length);
  let power1 = 1;
  let power2 = 1;
  return {
    step(gradient, learningRate) {
      power1 *= BETA_1;
      power2 *= BETA_2;
      const rate = learningRate / (1 - power1);
      const correction = 1 / Math.sqrt(1 - power2);
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
