/**
 * Share of some work that is done, in [0, 1], by how long each of its steps takes.
 * @param share of the step that is under way, in [0, 1].
 */
export function stepsDone(
  steps: readonly { readonly name: string; readonly seconds: number }[],
  name: string,
  share: number,
): number {
  const secondsOf = (some: typeof steps) => some.reduce((sum, { seconds }) => sum + seconds, 0);
  const place = steps.findIndex((step) => step.name === name);
  return (secondsOf(steps.slice(0, place)) + share * (steps[place]?.seconds ?? 0)) / secondsOf(steps);
}
