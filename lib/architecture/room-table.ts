import { ROOMS, type Room, SCREEN } from "./rooms";

/** The deepest room that a file lies in; undefined for files of no room, such as configuration. */
export const roomOf = (file: string): Room | undefined =>
  ROOMS.filter(({ path }) => file.startsWith(`${path}/`)).toSorted((a, b) => b.path.length - a.path.length)[0];

/**
 * What is wrong with one import.
 * @param isTest whether a test imports: it may import every room of its part of the house (lib, components, app).
 * @returns undefined where the table allows it.
 */
export function importFault(options: { readonly from: string; readonly to: string; readonly isTest: boolean }) {
  const from = roomOf(options.from);
  const to = roomOf(options.to);
  if (from === undefined || to === undefined || from === to) return undefined;
  const [place, target] = [ROOMS.indexOf(from), ROOMS.indexOf(to)];
  const allowed = options.isTest
    ? to.path.startsWith("lib/") || from.path.split("/")[0] === to.path.split("/")[0]
    : target < place && (from.imports === "above" || from.imports.includes(to.path));
  return allowed ? undefined : `${options.from} may not import ${options.to}: ${from.path} may not import ${to.path}.`;
}

/** What a room may import, short enough for a table. */
function importsInWords(imports: Room["imports"]): string {
  if (imports === "above") return "every room above";
  if (imports.length === 0) return "nothing of ours";
  const isScreen = SCREEN.every((path) => imports.includes(path));
  const own = imports.filter((path) => !isScreen || !SCREEN.includes(path)).map((path) => path.replace(/^lib\//, ""));
  return [...(isScreen ? ["what screens share"] : []), ...own].join(", ");
}

/** The rooms as a table in Markdown, as AGENTS.md shows them. */
export function roomTable(): string {
  const rows = ROOMS.map(({ path, holds, imports }) => [`\`${path}/\``, holds, importsInWords(imports)]);
  const shared = `Screens share ${SCREEN.map((path) => `\`${path}\``).join(", ")}.`;
  const table = [["room", "holds", "may import (without `lib/`)"], ["---", "---", "---"], ...rows];
  return `${table.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n\n${shared}`;
}

const BEGIN = "<!-- rooms: written by `npm run rooms` -->";
const END = "<!-- end of rooms -->";

/**
 * The document with the table of today between its two marks.
 * @throws Error if a mark is missing.
 */
export function withRoomTable(document: string): string {
  const [start, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`The document must hold ${BEGIN} and, after it, ${END}.`);
  return `${document.slice(0, start + BEGIN.length)}\n\n${roomTable()}\n\n${document.slice(end)}`;
}
