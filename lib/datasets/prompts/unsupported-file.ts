const latin1 = new TextDecoder("latin1");

const UNPACK = "unpack it and bring the text, CSV or JSON Lines file in it";
const NO_TEXT = "not text; bring a .txt, .csv or .jsonl file";
const AS_UTF8 = "save it as UTF-8";

/** Names in the directory of an Office document, which is a zip archive otherwise. */
const OFFICE = ["[Content_Types].xml", "xl/", "word/", "docProps/"];

/** What files that are no text begin with (bytes as Latin-1 characters), what they are, and what would be right. */
const SIGNATURES: readonly (readonly [start: string, problem: string])[] = [
  ["PK\x03\x04", `is a zip archive; ${UNPACK}`],
  ["PK\x05\x06", "is an empty zip archive; bring a .txt, .csv or .jsonl file"],
  ["\x1F\x8B", `is compressed with gzip; ${UNPACK}`],
  ["BZh91AY&SY", `is compressed with bzip2; ${UNPACK}`],
  ["\xFD7zXZ\0", `is compressed with xz; ${UNPACK}`],
  ["\x28\xB5\x2F\xFD", `is compressed with Zstandard; ${UNPACK}`],
  ["7z\xBC\xAF\x27\x1C", `is a 7-Zip archive; ${UNPACK}`],
  ["Rar!\x1A", `is a RAR archive; ${UNPACK}`],
  ["%PDF-", "is a PDF document, not text; copy its text into a .txt file, a prompt a line"],
  ["\xD0\xCF\x11\xE0", "is an old Office document (.xls or .doc), not text; save the sheet as CSV (UTF-8)"],
  ["PAR1\x15", "is a Parquet file; export it as CSV or JSON Lines"],
  ["ARROW1\0", "is an Arrow file; export it as CSV or JSON Lines"],
  ["SQLite format 3\0", "is an SQLite database; export the table as CSV or JSON Lines"],
  ["\x89PNG", `is a picture, ${NO_TEXT}`],
  ["\xFF\xD8\xFF", `is a picture, ${NO_TEXT}`],
  ["\x7FELF", `is a program, ${NO_TEXT}`],
  ["\xFF\xFE\0\0", `is UTF-32 text; ${AS_UTF8}`],
  ["\0\0\xFE\xFF", `is UTF-32 text; ${AS_UTF8}`],
];

/** @returns what a file that begins with `head` is if it is of a known kind other than text, and what would be right. */
export function findUnsupportedKind(head: Uint8Array): string | undefined {
  const text = latin1.decode(head);
  const found = SIGNATURES.find(([start]) => text.startsWith(start));
  if (found?.[0].startsWith("PK") && OFFICE.some((name) => text.includes(name))) {
    return "is an Office document (Excel or Word), not text; save the sheet as CSV (UTF-8) and bring that";
  }
  return found?.[1] ?? (alternates(head) ? `looks like UTF-16 text without a byte order mark; ${AS_UTF8}` : undefined);
}

/** Is every other byte of the beginning zero, as in UTF-16 of most languages' first words? */
function alternates(head: Uint8Array): boolean {
  const start = [...head.subarray(0, 8)];
  const zeros = (parity: number) => start.every((byte, index) => (index % 2 === parity) === (byte === 0));
  return start.length >= 4 && (zeros(0) || zeros(1));
}
