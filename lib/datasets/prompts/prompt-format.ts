import { extname } from "node:path";
import { PASTED_NAME } from "@/lib/domain/prompt-file";
import type { PromptFormat } from "@/lib/schemas/files/prompt-upload";
import { fileProblem } from "./file-problem";
import { firstLine } from "./first-line";
import { isPromptName } from "./guess-column";
import { CsvSplitter } from "./split-csv";

const BY_EXTENSION: Readonly<Record<string, PromptFormat>> = {
  ".txt": "text",
  ".text": "text",
  ".md": "text",
  ".csv": "csv",
  ".tsv": "csv",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
};

/**
 * The kind of a file: by its extension; without a known one, and for pasted text, by how it begins. JSON Lines begin with
 * a whole JSON object, CSV with names of columns of which one is a usual name for prompts; anything else is plain text.
 *
 * @param head the beginning of its text.
 * @throws RoutingError if it is one JSON document, which cannot be read row by row.
 */
export function promptFormat(name: string, head: string): PromptFormat {
  const known = name === PASTED_NAME ? undefined : BY_EXTENSION[extname(name).toLowerCase()];
  if (known !== undefined) return known;
  const first = (firstLine(head) ?? head).trim();
  if (first.startsWith("{") && isJson(first)) return "jsonl";
  if (extname(name).toLowerCase() === ".json") {
    const problem = "is one JSON document, which is not read row by row; save it as JSON Lines: one object a line";
    throw fileProblem({ name, problem });
  }
  return namesPrompts(first) ? "csv" : "text";
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}

function namesPrompts(line: string): boolean {
  const [header] = new CsvSplitter().push(`${line}\n`);
  return header !== undefined && "cells" in header && header.cells.length > 1 && header.cells.some(isPromptName);
}
