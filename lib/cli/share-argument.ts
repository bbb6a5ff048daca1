import { InvalidArgumentError } from "commander";

/** Reads a share or threshold off the command line: a plain number in [0, 1]. */
export function parseShare(text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (!(value >= 0 && value <= 1)) {
    throw new InvalidArgumentError("It must be a number from 0 to 1 (0.5, not 50 or 50%).");
  }
  return value;
}
