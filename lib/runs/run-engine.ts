import { randomUUID } from "node:crypto";
import { RoutingError } from "@/lib/domain/routing-error";
import type { RunRecord } from "@/lib/schemas/files/run-record";
import type { ScoringRun, ScoringRunRequest } from "@/lib/schemas/files/scoring-run";
import type { RunResult } from "@/lib/schemas/web/run-calibration";
import { type ActiveRun, describeRun, startRun } from "./active-run";
import type { RunSettings } from "./run-settings";
import { createSemaphore } from "./semaphore";

/** Runs that are scored at a time; they share the workers evenly, and later ones wait. */
const AT_A_TIME = 2;
/** Entries of the list. */
const LISTED = 20;

/** Everything that can be done with scoring runs. Ids that are unknown are `not_found`. */
export type RunEngine = {
  /** @param owner the id of whoever starts it. */
  start(request: ScoringRunRequest, owner?: string): Promise<ScoringRun>;
  find(id: string): Promise<ScoringRun>;
  /** The newest first, of those that `isSeen`. */
  list(isSeen?: (run: ScoringRun) => boolean): Promise<readonly ScoringRun[]>;
  /** Stops a run that is going on; any other stays as it is. */
  cancel(id: string): Promise<ScoringRun>;
  /** Stops it if need be and deletes all that is known of it. */
  forget(id: string): Promise<void>;
  /** @throws RoutingError `conflict` until the run is done. */
  result(id: string): Promise<RunResult>;
  /** Goes on with the runs that were under way when a server stopped; other processes' runs are left to them. */
  resume(): Promise<void>;
  /** Resolves when no run of this process is under way. */
  settled(): Promise<void>;
};

export function createRunEngine(settings: RunSettings): RunEngine {
  const { store, uploads } = settings;
  const active = new Map<string, ActiveRun>();
  const turn = createSemaphore(AT_A_TIME);

  const begin = (record: RunRecord, giveBack: () => Promise<void>): ActiveRun => {
    const run = startRun(record, settings, turn);
    const ended = run.ended
      .then(giveBack)
      .catch((error: unknown) => process.stderr.write(`A run could not be given back: ${String(error)}\n`))
      .then(() => {
        active.delete(record.id);
      });
    active.set(record.id, { ...run, ended });
    return run;
  };

  const readRecord = async (id: string): Promise<RunRecord> => {
    const record = UUID.test(id) ? await store.read(id) : undefined;
    if (record !== undefined) return record;
    const message = "There is no such scoring run; it may have been deleted.";
    throw new RoutingError({ code: "not_found", parameter: "run", message });
  };

  const find = async (id: string): Promise<ScoringRun> =>
    active.get(id)?.describe() ?? describeRun(await readRecord(id), 0);

  const resumeOne = async (id: string): Promise<void> => {
    if (active.has(id) || !UUID.test(id)) return;
    const giveBack = await store.take(id);
    if (giveBack === undefined) return;
    const record = await store.read(id);
    if (record === undefined) await store.remove(id);
    else if (record.state === "waiting" || record.state === "scoring") begin(record, giveBack);
    else await giveBack();
  };

  return {
    find,

    async start(request, owner) {
      const file = await uploads.find(request);
      if (file.rows === 0) {
        const message = `${file.name} holds no usable prompt in this column; choose another column or file.`;
        throw new RoutingError({ code: "invalid_data", parameter: "upload", message });
      }
      const { name, format, column, rows, problems } = file;
      const record: RunRecord = {
        id: randomUUID(),
        name,
        state: "waiting",
        routers: [...new Set(request.routers)],
        keepPrompts: request.keepPrompts,
        startedAt: settings.today().toISOString(),
        rows,
        scored: 0,
        problems,
        failure: null,
        upload: request.upload,
        column,
        format,
        version: await settings.version(),
        ...(owner !== undefined && { owner }),
      };
      await store.create(record, file.path);
      const giveBack = await store.take(record.id);
      return giveBack === undefined ? describeRun(record, 0) : begin(record, giveBack).describe();
    },

    async list(isSeen = () => true) {
      const runs = await Promise.all(
        (await store.ids()).filter((id) => UUID.test(id)).map((id) => find(id).catch(missing)),
      );
      return runs
        .filter((run) => run !== undefined)
        .filter(isSeen)
        .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
        .slice(0, LISTED);
    },

    async cancel(id) {
      await active.get(id)?.cancel();
      return find(id);
    },

    async forget(id) {
      const record = await readRecord(id);
      await active.get(id)?.cancel();
      if (record.keepPrompts) await uploads.forget(record.upload);
      await store.remove(record.id);
    },

    async result(id) {
      const { state } = await find(id);
      const result = state === "done" ? await store.readResult(id) : undefined;
      if (result !== undefined) return result;
      const message = `The scoring run is ${state}, so it has no result; only a run that is done has one.`;
      throw new RoutingError({ code: "conflict", parameter: "run", message });
    },

    async resume() {
      for (const id of await store.ids()) await resumeOne(id);
    },

    async settled() {
      while (active.size > 0) await Promise.all([...active.values()].map(({ ended }) => ended));
    },
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A run that was deleted while the list was made is not in it. */
function missing(error: unknown): undefined {
  if (!(error instanceof RoutingError && error.code === "not_found")) throw error;
}
