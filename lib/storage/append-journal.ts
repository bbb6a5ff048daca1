import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { z } from "zod";
import { RoutingError } from "@/lib/domain/routing-error";
import { systemErrorCode } from "./system-error";
import { syncFolder } from "./write-lines";

/** A file of JSON Lines that only ever grows. */
export type Journal<Entry> = {
  /** @returns once the entry is on the disk; entries asked for meanwhile reach it together. @throws RoutingError. */
  append(entry: Entry): Promise<void>;
  close(): Promise<void>;
};

const LINE_FEED = 0x0a;

/**
 * Opens a journal, making it if need be, and reads what is in it. A last line that a killed process or a full disk left
 * unfinished is cut off.
 *
 * @param visit is given every entry, in order.
 * @param parameter the argument that named the file, for errors.
 * @throws RoutingError if the file cannot be used, or holds (with its number) a line that is no entry.
 */
export async function openJournal<Schema extends z.ZodType>(options: {
  path: string;
  schema: Schema;
  visit: (entry: z.infer<Schema>) => void;
  parameter: string;
}): Promise<Journal<z.infer<Schema>>> {
  const { path, schema, visit, parameter } = options;
  const unusable = (error: unknown) =>
    new RoutingError({
      code: "invalid_argument",
      parameter,
      message: `the journal ${path} could not be used (${systemErrorCode(error)}); make room or make it readable and writable, then run this again.`,
    });
  const file = await open(path, "a+", 0o600).catch((error: unknown) => {
    throw unusable(error);
  });
  try {
    await readEntries({ path, file, schema, visit, parameter });
    await file.sync();
    await syncFolder(path);
  } catch (error) {
    await file.close();
    throw error instanceof RoutingError ? error : unusable(error);
  }

  let waiting: { readonly line: string; readonly done: (error?: RoutingError) => void }[] = [];
  let broken: RoutingError | undefined;
  let writing: Promise<void> | undefined;
  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        if (broken === undefined) {
          await file.appendFile(batch.map(({ line }) => line).join(""));
          await file.datasync();
        }
      } catch (error) {
        // A line may be half written: nothing may follow it. The next opening cuts it off.
        broken = unusable(error);
      }
      for (const { done } of batch) done(broken);
    }
    writing = undefined;
  };
  return {
    append: (entry) =>
      new Promise((resolve, reject) => {
        // Without this, writeAll would end before its promise is kept in `writing`, and nothing would be written after.
        if (broken !== undefined) return reject(broken);
        const done = (error?: RoutingError) => (error === undefined ? resolve() : reject(error));
        waiting.push({ line: `${JSON.stringify(entry)}\n`, done });
        writing ??= writeAll();
      }),
    async close() {
      await writing;
      await file.close();
    },
  };
}

async function readEntries<Schema extends z.ZodType>(options: {
  path: string;
  file: FileHandle;
  schema: Schema;
  visit: (entry: z.infer<Schema>) => void;
  parameter: string;
}): Promise<void> {
  const { path, file, schema, visit, parameter } = options;
  let number = 0;
  let position = 0;
  const read = (bytes: Buffer, isWhole: boolean): boolean => {
    number++;
    const entry = schema.safeParse(parseJson(bytes.toString("utf8")));
    if (entry.success) visit(entry.data);
    else if (isWhole) {
      throw new RoutingError({
        code: "invalid_data",
        parameter,
        message: `the journal ${path}, line ${number}, is no entry of a journal; name another file, or mend this one.`,
      });
    }
    return entry.success;
  };

  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      const line = Buffer.concat([...rest, chunk.subarray(start, end)]);
      rest = [];
      read(line, true);
      position += line.length + 1;
      start = end + 1;
    }
    rest.push(chunk.subarray(start));
  }
  const last = Buffer.concat(rest);
  if (last.length === 0) return;
  if (read(last, false)) await file.appendFile("\n");
  else await file.truncate(position);
}

/** @returns undefined, which JSON cannot hold, where `text` is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
