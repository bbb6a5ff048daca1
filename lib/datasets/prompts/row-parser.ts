import type { PromptFormat } from "@/lib/schemas/files/prompt-upload";
import { createCsvRows } from "./csv-rows";
import { createJsonRows } from "./json-rows";
import type { RowParser } from "./row";
import { createTextRows } from "./text-rows";

/** @param name of the file, for errors. */
export function createRowParser(format: PromptFormat, name: string): RowParser {
  switch (format) {
    case "text":
      return createTextRows();
    case "csv":
      return createCsvRows(name);
    case "jsonl":
      return createJsonRows();
  }
}
