import type { RouterId } from "@/lib/domain/router-id";
import { RoutingError } from "@/lib/domain/routing-error";
import { toThreshold } from "@/lib/domain/threshold";
import { getDatabase, isDatabaseAbsent } from "@/lib/runtime/database";
import { readDatabaseSettings } from "@/lib/runtime/env";
import type { StoredDefault } from "@/lib/storage/saved-calibration-rows";
import { listDefaults } from "@/lib/storage/saved-calibrations";
import { type OwnSample, sampleOfThresholds } from "@/lib/view/shared/own-sample";
import { findOutdated, isOfShipped, readServedIdentity, type ServedIdentity } from "./served-identity";

/**
 * How long a page waits for a server's database: it does without the saved calibrations rather than without itself. A
 * file answers in this very thread, so it is not timed: the first page of a process keeps the thread busy for longer.
 */
const PATIENCE_MS = 2000;

export type OwnSamples = ReadonlyMap<RouterId, OwnSample>;

const toOwnSample = ({ name, handOver, thresholds }: StoredDefault): OwnSample => ({
  name,
  prompts: handOver.sample.rows,
  winRates: thresholds === null ? [] : sampleOfThresholds(thresholds),
  alpha: toThreshold(handOver.threshold),
});

async function readDefaults(fits: (kept: StoredDefault, served: ServedIdentity) => boolean): Promise<OwnSamples> {
  if (await isDatabaseAbsent()) return new Map();
  const [served, defaults] = await Promise.all([readServedIdentity(), getDatabase().then(listDefaults)]);
  return new Map(
    defaults.filter((kept) => fits(kept, served)).map((kept) => [kept.handOver.router, toOwnSample(kept)]),
  );
}

/** Without the database the shipped sample stands for every router, and the log says why. */
async function orNone(reading: Promise<OwnSamples>): Promise<OwnSamples> {
  const isTimed = readDatabaseSettings().kind === "server";
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const message = `The database did not answer within ${PATIENCE_MS} ms; pages do without saved calibrations.`;
    const error = new RoutingError({ code: "storage_unusable", parameter: "DATABASE_URL", message });
    if (isTimed) timer = setTimeout(() => reject(error), PATIENCE_MS);
  });
  try {
    return await Promise.race([reading, late]);
  } catch (error) {
    if (!(error instanceof RoutingError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return new Map();
  } finally {
    clearTimeout(timer);
    // Whichever loses has nothing more to say.
    reading.catch(() => {});
  }
}

/** The defaults that say something about the routers as they are served, stand-ins included: for the playground. */
export const readOwnSamples = (): Promise<OwnSamples> =>
  orNone(readDefaults((kept, served) => findOutdated(kept, served) === undefined));

/** The defaults of the shipped routers, on which the explorer's figures rest whatever is served; only whole tables. */
export const readOwnSamplesOfShipped = (): Promise<OwnSamples> =>
  orNone(readDefaults((kept, served) => kept.thresholds !== null && isOfShipped(kept, served)));
