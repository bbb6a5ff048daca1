/** How figures are written for people; fixed decimals, so that nothing changes width while a slider is dragged. */

const NO_BREAK_SPACE = "\u00a0";
const MINUS = "\u2212";

/** Fixed decimals, with a minus sign that is one, and none before a zero. −0.04 → "0.0"; −1.25 → "−1.3". */
export function formatFixed(value: number, decimals: number): string {
  const digits = Math.abs(value).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `${MINUS}${digits}` : digits;
}

/** @param share in [0, 1]. 0.5 → "50 %". */
export const formatPercent = (share: number, decimals = 0): string =>
  `${formatFixed(share * 100, decimals)}${NO_BREAK_SPACE}%`;

/** A share of the gap that is kept: of more than all, or less than nothing, there is none. 1.12 → "all", −0.1 → "none". */
export function formatGapShare(share: number): string {
  const percent = Math.round(share * 100);
  if (percent > 100) return "all";
  return percent < 0 ? "none" : formatPercent(share);
}

/** A difference with its sign, and ± where its figure shows none: "+3 points", "−$2.00", "±0.0 points". */
export function formatSigned(difference: number, format: (size: number) => string): string {
  const text = format(Math.abs(difference));
  if (!/[1-9]/.test(text)) return `±${text}`;
  if (text.startsWith("< ")) return difference < 0 ? text.replace("< ", `> ${MINUS}`) : text.replace("< ", "< +");
  return `${difference < 0 ? MINUS : "+"}${text}`;
}

/** Four decimals, because most prompts' win rates lie within a few hundredths. 0.61234 → "0.6123". */
export const formatWinRate = (winRate: number): string => winRate.toFixed(4);

/** As many decimals as win rates, so that the two can be subtracted by eye. 0.41729 → "0.4173". */
export const formatThreshold = (threshold: number): string => threshold.toFixed(4);

/** Always with a sign, and never a signed zero. 0.09412 → "+0.0941"; −0.05 → "−0.0500". */
export function formatMargin(margin: number): string {
  const digits = Math.abs(margin).toFixed(4);
  if (Number(digits) === 0) return `±${digits}`;
  return `${margin < 0 ? MINUS : "+"}${digits}`;
}

/** Made once: making one costs a hundred times what using it does, and tables format hundreds of counts a frame. */
const COUNT_FORMAT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** 14037 → "14,037". */
export const formatCount = (count: number): string => COUNT_FORMAT.format(Math.round(count));

/** (1, "vote") → "1 vote"; (2000, "vote") → "2,000 votes". */
export const formatCounted = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${Math.round(count) === 1 ? one : many}`;

/** 0.842 → "0.84 ms"; whole ones from 100, as calls over a network take. */
export const formatMilliseconds = (milliseconds: number): string =>
  `${milliseconds.toFixed(milliseconds < 100 ? 2 : 0)}${NO_BREAK_SPACE}ms`;

/** How many times as large: 102.9 → "103×", 2.04 → "2.0×". */
export const formatTimes = (factor: number): string => `${factor.toFixed(factor < 10 ? 1 : 0)}×`;

/** 661206 → "0.66 MB"; below a tenth of a megabyte in kB. Powers of ten. */
export const formatBytes = (bytes: number): string =>
  bytes >= 1e5
    ? `${(bytes / 1e6).toFixed(2)}${NO_BREAK_SPACE}MB`
    : `${(bytes / 1e3).toFixed(bytes < 1e3 ? 2 : 0)}${NO_BREAK_SPACE}kB`;

/** 50 → "50 s"; from two minutes on in minutes. */
export const formatDuration = (seconds: number): string =>
  seconds < 120 ? `${Math.round(seconds)}${NO_BREAK_SPACE}s` : `${Math.round(seconds / 60)}${NO_BREAK_SPACE}min`;
