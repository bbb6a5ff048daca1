import { z } from "zod";

/** Kinds of files that hold prompts. `jsonl` may hold OpenAI chat logs (`messages`); `csv` may be Arena-55k's. */
export const promptFormatSchema = z.enum(["text", "csv", "jsonl"]);
export type PromptFormat = z.infer<typeof promptFormatSchema>;

const count = z.int().nonnegative();

/** Why one row of a file cannot be scored. */
const rowProblemSchema = z.object({
  /** Line of the file where the row begins, from 1. */
  line: z.int().positive(),
  /** One sentence: what was wrong and what would be right. */
  message: z.string(),
});
export type RowProblem = z.infer<typeof rowProblemSchema>;

/** What a file was found to hold, read as a stream from beginning to end. */
const promptInspectionSchema = z.object({
  format: promptFormatSchema,
  /** Columns (CSV) or fields (JSON Lines) in the file's order, with the rows that hold text there; none for text. */
  columns: z.array(z.object({ name: z.string(), filled: count })),
  /** Column that the rows below are read from: guessed, or the one asked for; null where there is none to name. */
  column: z.string().nullable(),
  /** Rows with a usable prompt. */
  rows: count,
  /** Rows without one. */
  problems: count,
  /** The first of them. */
  firstProblems: z.array(rowProblemSchema),
  /** The first usable rows, shortened. */
  preview: z.array(z.object({ line: z.int().positive(), prompt: z.string() })),
});
export type PromptInspection = z.infer<typeof promptInspectionSchema>;

/** A file that a user brought, kept on this server until it has been scored. */
export const promptUploadSchema = z.object({
  id: z.string(),
  name: z.string(),
  bytes: count,
  inspection: promptInspectionSchema,
  /** The id of whoever brought it; the machine's own admin did where there is none. */
  owner: z.string().optional(),
});
export type PromptUpload = z.infer<typeof promptUploadSchema>;
