import { solvePositiveDefinite } from "./solve-positive-definite";

/**
 * Ridge on the strengths, per unit of win mass. Bradley-Terry alone fixes strengths only up to a constant in each set
 * of players that meet, and sends a player who never loses to infinity. This much ridge puts each such set around 0
 * and a never-losing player about 20 nats (3,500 rating points) up, while it moves ordinary strengths by less than
 * 1e-8: far below the 1e-6 to which win rates agree with the unregularised reference.
 */
const RIDGE = 1e-10;
const MAXIMUM_STEPS = 200;
/**
 * Stop once the Newton decrement gᵀH⁻¹g, per unit of win mass, is this small: the step that is still taken then brings
 * the error to about its square. (A bound on the step itself would wait for rounding noise along the ridge's flat
 * directions to settle, which it never does.)
 */
const DECREMENT_TOLERANCE = 1e-15;
/** Below this much win mass there is nothing to learn from (and squares underflow). */
const SMALLEST_MASS = 1e-150;

/** Maximum-likelihood strengths of `players` from their wins, with buffers kept from one call to the next. */
export type BradleyTerrySolver = {
  /**
   * Strengths θ (natural-log units) that maximise Σ wins[i,j]·ln σ(θᵢ − θⱼ), by Newton with step halving.
   * @param wins (players × players) row-major mass of wins of the row over the column, ≥ 0; the diagonal is ignored.
   * @param strengths (players) the start, overwritten with the solution; left alone if there are no wins at all.
   */
  solve(wins: Float64Array, strengths: Float64Array): void;
};

/** @param players number of players, ≥ 1. */
export function createBradleyTerrySolver(players: number): BradleyTerrySolver {
  const gradient = new Float64Array(players);
  const hessian = new Float64Array(players * players);
  const candidate = new Float64Array(players);
  const direction = new Float64Array(players);

  /** Fills gradient and Hessian (lower triangle) of the negative log-likelihood at `at`; returns its value. */
  function expand(wins: Float64Array, at: Float64Array, ridge: number): number {
    let value = 0;
    hessian.fill(0);
    for (let i = 0; i < players; i++) {
      const strength = at[i] ?? 0;
      gradient[i] = ridge * strength;
      hessian[i * players + i] = ridge;
      value += 0.5 * ridge * strength * strength;
    }
    for (let i = 1; i < players; i++) {
      for (let j = 0; j < i; j++) {
        const won = wins[i * players + j] ?? 0;
        const lost = wins[j * players + i] ?? 0;
        const mass = won + lost;
        if (mass === 0) continue;
        const difference = (at[i] ?? 0) - (at[j] ?? 0);
        // e^−|d| serves the stable logarithm and both tails of the logistic, so that neither cancels.
        const tail = Math.exp(-Math.abs(difference));
        const winner = 1 / (1 + tail);
        const loser = tail / (1 + tail);
        const probability = difference >= 0 ? winner : loser;
        const complement = difference >= 0 ? loser : winner;
        value += mass * Math.log1p(tail) + (difference >= 0 ? lost : -won) * difference;
        const slope = lost * probability - won * complement;
        const curvature = mass * probability * complement;
        gradient[i] = (gradient[i] ?? 0) + slope;
        gradient[j] = (gradient[j] ?? 0) - slope;
        hessian[i * players + i] = (hessian[i * players + i] ?? 0) + curvature;
        hessian[j * players + j] = (hessian[j * players + j] ?? 0) + curvature;
        hessian[i * players + j] = -curvature;
      }
    }
    return value;
  }

  return {
    solve(wins, strengths) {
      let mass = 0;
      for (let i = 0; i < players; i++) {
        for (let j = 0; j < players; j++) if (i !== j) mass += wins[i * players + j] ?? 0;
      }
      if (!(mass > SMALLEST_MASS)) return;
      const ridge = RIDGE * mass;
      let value = expand(wins, strengths, ridge);
      for (let step = 0; step < MAXIMUM_STEPS; step++) {
        direction.set(gradient);
        if (!solvePositiveDefinite(hessian, direction)) return;
        let decrement = 0;
        for (let i = 0; i < players; i++) decrement += (gradient[i] ?? 0) * (direction[i] ?? 0);
        if (decrement < DECREMENT_TOLERANCE * mass) {
          for (let i = 0; i < players; i++) strengths[i] = (strengths[i] ?? 0) - (direction[i] ?? 0);
          return;
        }
        const accepted = value + 1e-12 * (Math.abs(value) + mass);
        let scale = 1;
        let next = value;
        for (; ; scale /= 2) {
          for (let i = 0; i < players; i++) candidate[i] = (strengths[i] ?? 0) - scale * (direction[i] ?? 0);
          next = expand(wins, candidate, ridge);
          if (next <= accepted || scale < 1e-9) break;
        }
        strengths.set(candidate);
        value = next;
      }
    },
  };
}
