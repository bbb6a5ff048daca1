/** Distances between ticks that people count in: 1, 2 or 5 times a power of ten. */
const STEPS = [1, 2, 5, 10];

/** About `wanted` round numbers within [minimum, maximum], ascending; at least one if the range holds any. */
export function axisTicks({
  minimum,
  maximum,
  wanted = 6,
}: {
  readonly minimum: number;
  readonly maximum: number;
  readonly wanted?: number;
}): readonly number[] {
  const rough = (maximum - minimum) / wanted;
  if (!(rough > 0)) return [minimum];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((candidate) => candidate * power >= rough) ?? 10);
  const decimals = Math.max(0, -Math.floor(Math.log10(step)) + 1);
  const first = Math.ceil(minimum / step - 1e-9);
  const last = Math.floor(maximum / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toFixed(decimals)));
}
