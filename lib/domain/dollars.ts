/** How dollars are written for people: no positive amount ever reads as nothing. */

const MINUS = "\u2212";

/** What is less than this is written as "less than this". */
const LEAST = 1e-6;

/** Made once: making one costs a hundred times what using it does. */
const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** Decimals of an amount above 0: two significant digits below a cent, four decimals below a dollar, then cents. */
function decimalsOf(size: number): number {
  if (size >= 1) return 2;
  return size >= 0.01 ? 4 : Math.min(100, 1 - Math.floor(Math.log10(size)));
}

/**
 * A sum: whole dollars from a thousand (999.995, so that rounding never writes $1000.00), cents from one, two significant digits below a cent.
 * 12345.6 → "$12,346"; 8.8673 → "$8.87"; 0.05 → "$0.0500"; −0.00008673 → "−$0.000087"; 2e−9 → "< $0.000001"; 0 → "$0".
 */
export function formatDollars(dollars: number): string {
  const size = Math.abs(dollars);
  const sign = dollars < 0 ? MINUS : "";
  if (size === 0) return "$0";
  if (size < LEAST) return `${sign === "" ? "<" : ">"} ${sign}$${LEAST.toFixed(6)}`;
  return `${sign}$${size >= 999.995 ? WHOLE.format(size) : size.toFixed(decimalsOf(size))}`;
}

/** The same figure for a field that somebody edits: neither sign of dollars nor commas, and no least amount. */
export function dollarFigure(dollars: number): string {
  const size = Math.abs(dollars);
  if (size === 0) return "0";
  return dollars.toFixed(size >= 1000 ? 0 : decimalsOf(size));
}

/**
 * An amount that somebody gave, such as a price per million tokens or a limit, exactly: cents where it has any, and no
 * zeros beyond. 10 → "$10"; 2.5 → "$2.50"; 0.075 → "$0.075".
 */
export function formatGivenDollars(dollars: number): string {
  const figure = Number(dollars.toPrecision(6));
  if (figure !== 0 && Math.abs(figure) < LEAST) return formatDollars(figure);
  const text = String(Math.abs(figure));
  return `${figure < 0 ? MINUS : ""}$${/\.\d$/.test(text) ? `${text}0` : text}`;
}
