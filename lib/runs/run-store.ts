import { copyFile, link, mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { RoutingError } from "@/lib/domain/routing-error";
import { type RunRecord, runRecordSchema } from "@/lib/schemas/files/run-record";
import { type RunResult, runResultSchema } from "@/lib/schemas/web/run-calibration";
import { acquireLock } from "@/lib/storage/lock-file";
import { systemErrorCode } from "@/lib/storage/system-error";
import { writeAtomically } from "@/lib/storage/write-atomically";
import { encodedBytes } from "./chunk-scores";
import { runPaths } from "./run-paths";

/** The folder of all runs: one folder each, of which every file is whole or absent. */
export type RunStore = ReturnType<typeof createRunStore>;

export function createRunStore(directory: string) {
  const paths = (id: string) => runPaths(directory, id);

  const read = async (id: string): Promise<RunRecord | undefined> => {
    const text = await readFile(paths(id).record, "utf8").catch(absent);
    return text === undefined ? undefined : runRecordSchema.parse(JSON.parse(text));
  };
  const write = (record: RunRecord): Promise<void> => writeAtomically(paths(record.id).record, JSON.stringify(record));
  const ids = async (): Promise<string[]> => (await readdir(directory).catch(absent)) ?? [];

  return {
    read,
    write,
    ids,

    /**
     * Makes a run's folder. The prompts become its own (a second name of the same file where the disk can), so that
     * nobody else's deletion ends it; the record comes last: a folder without one is no run.
     */
    async create(record: RunRecord, prompts: string): Promise<void> {
      await mkdir(paths(record.id).chunks, { recursive: true });
      try {
        await link(prompts, paths(record.id).prompts).catch(() => copyFile(prompts, paths(record.id).prompts));
        await write(record);
      } catch (error) {
        await rm(paths(record.id).folder, { recursive: true, force: true });
        throw error;
      }
    },

    remove: (id: string): Promise<void> => rm(paths(id).folder, { recursive: true, force: true }),

    /** @returns how to give the run back; undefined where another process has it. */
    async take(id: string): Promise<(() => Promise<void>) | undefined> {
      // The number of a process that ended may have become this one's, above all in a container.
      const holder = await readFile(paths(id).lock, "utf8").catch(absent);
      if (holder === String(process.pid)) await rm(paths(id).lock, { force: true });
      try {
        return await acquireLock(paths(id).lock, "run");
      } catch (error) {
        if (error instanceof RoutingError) return undefined;
        throw error;
      }
    },

    promptsPath: (id: string): string => paths(id).prompts,
    forgetPrompts: (id: string): Promise<void> => rm(paths(id).prompts, { force: true }),

    /** Is this chunk scored and stored, all of it? */
    async hasChunk(record: RunRecord, chunk: number, rows: number): Promise<boolean> {
      const found = await stat(paths(record.id).chunk(chunk)).catch(absent);
      return found?.size === encodedBytes({ rows, routers: record.routers.length });
    },
    writeChunk: (id: string, chunk: number, bytes: Uint8Array): Promise<void> =>
      writeAtomically(paths(id).chunk(chunk), bytes),
    async forgetChunks(id: string): Promise<void> {
      await rm(paths(id).chunks, { recursive: true, force: true });
      await mkdir(paths(id).chunks);
    },

    /** @returns undefined until there is one. */
    async readResult(id: string): Promise<RunResult | undefined> {
      const text = await readFile(paths(id).result, "utf8").catch(absent);
      return text === undefined ? undefined : runResultSchema.parse(JSON.parse(text));
    },
  };
}

/** A file that is not there is an answer; anything else is thrown on. */
function absent(error: unknown): undefined {
  const code = systemErrorCode(error);
  if (code !== "ENOENT" && code !== "ENOTDIR") throw error;
}
