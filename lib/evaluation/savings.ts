/**
 * The paper's "cost savings": how many times more strong calls random routing makes than the router, at equal quality.
 * Random routing recovers x of the gap with the share x of strong calls (a straight line), so the saving at CPT(x) is
 * x / CPT(x). The paper divides by the CPT of its one random run (49.03 % where 50 % is expected): 3.66× on MT-Bench
 * is 49.03 / 13.40. Calls stand for cost there, the weak model being a hundred times cheaper.
 *
 * @param recovered x in (0, 1], the part of the gap that is recovered.
 * @param strongShare the router's CPT(x), in [0, 1].
 * @returns null if there is no such share, or it is 0: no multiple says how much less nothing is.
 */
export function savingAgainstRandom({
  recovered,
  strongShare,
}: {
  readonly recovered: number;
  readonly strongShare: number | null;
}): number | null {
  return strongShare === null || strongShare <= 0 ? null : recovered / strongShare;
}

/**
 * How many times cheaper a share of strong calls is than sending everything to the strong model:
 * strongCost / (share · strongCost + (1 − share) · weakCost). Unlike the paper's figure it counts what the weak calls cost,
 * and unlike it, quality is not equal: always-strong recovers all of the gap.
 *
 * @param strongCost cost of one request at the strong model, in any currency; weakCost likewise.
 * @returns null if there is no such share, or the routed requests cost nothing.
 */
export function savingAgainstStrong({
  strongShare,
  strongCost,
  weakCost,
}: {
  readonly strongShare: number | null;
  readonly strongCost: number;
  readonly weakCost: number;
}): number | null {
  if (strongShare === null) return null;
  const routedCost = strongShare * strongCost + (1 - strongShare) * weakCost;
  return routedCost <= 0 ? null : strongCost / routedCost;
}
