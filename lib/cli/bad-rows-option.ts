import { Option } from "commander";
import { type BadRows, createBadRowCount, type OnBadRow } from "@/lib/datasets/prompts/bad-rows";

/** A new option each time: commander keeps state in it. */
export const createBadRowsOption = (): Option =>
  new Option("--skip-bad-rows", "leave malformed rows out and count them (default: stop at the first one)");

/** What an answer to `--skip-bad-rows` means for the readers and for what is printed in the end. */
export function countBadRows(skip: true | undefined): {
  /** To spread into a reader's options. */
  readonly reading: { readonly onBadRow?: OnBadRow };
  /** For the JSON answer: nothing unless it was asked for. */
  readonly fields: () => { readonly skipped?: readonly BadRows[] };
  /** One line a file with bad rows. */
  readonly lines: () => string[];
} {
  const { onBadRow, list } = createBadRowCount();
  return {
    reading: skip ? { onBadRow } : {},
    fields: () => (skip ? { skipped: list() } : {}),
    lines: () => list().map(inWords),
  };
}

const inWords = ({ path, rows, first }: BadRows): string =>
  `Skipped ${rows.toLocaleString("en")} bad ${rows === 1 ? "row" : "rows"} of ${path}; the first: ${first}`;
