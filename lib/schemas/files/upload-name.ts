import { z } from "zod";

/** What a browser or a script calls the file that it sends: its last part, on one line, at most 200 characters. */
export const uploadNameSchema = z
  .string()
  .transform((name) =>
    (name.split(/[/\\]/).at(-1) ?? "")
      .replace(/[\p{Cc}\p{Cf}]/gu, " ")
      .trim()
      .slice(-200),
  )
  .refine((name) => name !== "", { error: "must name the file" });
