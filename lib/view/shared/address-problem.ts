/** How a page reads one key of its address, and what it does with a value that it cannot use. */
export type AddressReading = {
  /** As the page reads it: null for what cannot be used. */
  readonly parse: (text: string, query: URLSearchParams) => unknown;
  /** What would be right: "a share of strong calls is a number from 0 to 1". */
  readonly but: string;
  /** What stands in its place, with its verb: "50 % are shown". */
  readonly shown: string;
};

const LONGEST = 60;

/** A value as a sentence can hold it: one short line, without characters that nobody sees. */
export function quoted(value: string): string {
  const visible = [...value.replaceAll(/[\p{C}\p{Z}]+/gu, " ").trim()];
  return `“${visible.length > LONGEST ? `${visible.slice(0, LONGEST - 1).join("")}…` : visible.join("")}”`;
}

/** The one way in which pages say that something in their address cannot be used. */
export const unusableInWords = (problem: {
  readonly says: string;
  readonly but: string;
  readonly shown: string;
}): string => `This address says ${problem.says}, but ${problem.but}; ${problem.shown} instead.`;

/** One sentence for each value of the address that the page cannot use, or reads once though it is given more often. */
export function addressProblems(
  query: URLSearchParams,
  readings: Readonly<Record<string, AddressReading>>,
): readonly string[] {
  return Object.entries(readings).flatMap(([key, { parse, but, shown }]) => {
    const values = query.getAll(key);
    const [first] = values;
    if (first === undefined) return [];
    const twice = values.length > 1 ? [`This address says ${key} ${values.length} times; the first counts.`] : [];
    if (parse(first, query) !== null) return twice;
    return [...twice, unusableInWords({ says: `${key}=${quoted(first)}`, but, shown })];
  });
}
