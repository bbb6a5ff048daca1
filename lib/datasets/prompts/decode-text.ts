import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { MAX_PROMPT_FILE_BYTES } from "@/lib/domain/prompt-file";
import { RoutingError } from "@/lib/domain/routing-error";
import { LineEndCount } from "./count-line-ends";
import { fileProblem } from "./file-problem";
import { findUnsupportedKind } from "./unsupported-file";

const PIECE_BYTES = 131_072;

type Encoding = { readonly label: "utf-8" | "utf-16le" | "utf-16be"; readonly mark: number };

/**
 * The text of a user's file, piece by piece: UTF-8 (with or without a byte order mark) or UTF-16 with one. Decodes
 * strictly, for another encoding would otherwise be read as replacement characters, and never unpacks anything.
 *
 * @param pieceBytes how much is read at once; pieces end between characters, anywhere else.
 * @throws RoutingError that says what the file is or in which line it stops being text.
 */
export async function* readTextPieces(options: {
  readonly path: string;
  readonly name: string;
  readonly pieceBytes?: number | undefined;
}): AsyncGenerator<string, void> {
  const { path, name, pieceBytes = PIECE_BYTES } = options;
  const { label, mark } = await examine(path, name);
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  const lines = new LineEndCount();
  let carried: Uint8Array = new Uint8Array(0);
  for await (const chunk of createReadStream(path, { start: mark, highWaterMark: pieceBytes })) {
    const bytes: Uint8Array = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
    const whole = bytes.length - openEnd(bytes, label);
    carried = bytes.subarray(whole);
    const text = decode(bytes.subarray(0, whole), { decoder, label, lines, name });
    const zero = text.indexOf("\0");
    if (zero !== -1) {
      lines.add(text.slice(0, zero));
      throw fileProblem({
        name,
        line: lines.total + 1,
        problem: "holds a zero byte, so the file is binary, not text; bring a .txt, .csv or .jsonl file in UTF-8",
      });
    }
    lines.add(text);
    if (text !== "") yield text;
  }
  if (carried.length === 0) return;
  const problem =
    "the file ends in the middle of a character; it was cut off or is not UTF-8, so save or fetch it again";
  throw fileProblem({ name, line: lines.total + 1, problem });
}

/** Looks at a file's size and beginning. */
async function examine(path: string, name: string): Promise<Encoding> {
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      if (size > MAX_PROMPT_FILE_BYTES) {
        throw fileProblem({
          name,
          problem: "has more than 200 MB, which is the most that is read; bring a part of it",
        });
      }
      const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
      const head = buffer.subarray(0, bytesRead);
      const problem = findUnsupportedKind(head);
      if (problem !== undefined) throw fileProblem({ name, problem });
      if (head[0] === 0xff && head[1] === 0xfe) return { label: "utf-16le", mark: 2 };
      if (head[0] === 0xfe && head[1] === 0xff) return { label: "utf-16be", mark: 2 };
      return { label: "utf-8", mark: head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0 };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!(error instanceof Error && "code" in error) || error instanceof RoutingError) throw error;
    const message = `${name} could not be read (${error.code}); it must be a readable file.`;
    throw new RoutingError({ code: "not_found", parameter: name, message });
  }
}

/** @returns how many bytes at the end begin a character that is not all there yet, 0 to 3. */
function openEnd(bytes: Uint8Array, label: Encoding["label"]): number {
  const at = (back: number): number => bytes[bytes.length - back] ?? 0;
  if (label !== "utf-8") {
    const odd = bytes.length % 2;
    const high = at(odd + (label === "utf-16le" ? 1 : 2));
    return odd + ((high & 0xfc) === 0xd8 ? 2 : 0);
  }
  for (let back = 1; back <= 3; back++) {
    const byte = at(back);
    if ((byte & 0xc0) === 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return length > back && back <= bytes.length ? back : 0;
  }
  return 0;
}

function decode(
  bytes: Uint8Array,
  context: { decoder: TextDecoder; label: Encoding["label"]; lines: LineEndCount; name: string },
): string {
  const { decoder, label, lines, name } = context;
  try {
    return decoder.decode(bytes);
  } catch {
    const good = decodablePrefix(bytes, label);
    lines.add(good);
    const byte = bytes[Buffer.byteLength(good)] ?? 0;
    const problem =
      label === "utf-8"
        ? `byte 0x${byte.toString(16).padStart(2, "0").toUpperCase()} makes the file not UTF-8 text (it may be Windows-1252 or Latin-1); save it as UTF-8`
        : "half a character makes the file not valid UTF-16 text; save it as UTF-8";
    throw fileProblem({ name, line: lines.total + 1, problem });
  }
}

/** The text up to the first byte that belongs to no character. */
function decodablePrefix(bytes: Uint8Array, label: Encoding["label"]): string {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  let good = "";
  try {
    for (let index = 0; index < bytes.length; index++) {
      good += decoder.decode(bytes.subarray(index, index + 1), { stream: true });
    }
  } catch {
    // The byte is found.
  }
  return good;
}
