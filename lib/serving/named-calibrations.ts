import { getDatabase, isDatabaseAbsent } from "@/lib/runtime/database";
import { perProcess } from "@/lib/runtime/once-per-process";
import type { HandOver } from "@/lib/schemas/web/saved-calibration";
import { findHandOver } from "@/lib/storage/saved-calibrations";

type Look = { readonly until: number; readonly found: Promise<HandOver | undefined> };

/** What another instance changed is seen here after so long, as with API keys. */
const FRESH_MS = 500;
/** Names come from requests: those of the last ones are kept. */
const KEPT = 200;

const looks = perProcess("named-calibrations", () => new Map<string, Look>());

async function look(name: string): Promise<HandOver | undefined> {
  return (await isDatabaseAbsent()) ? undefined : findHandOver(await getDatabase(), name);
}

/** The saved calibration that a request names, whoever saved it; requests of half a second cost one look-up. */
export function findNamedCalibration(name: string): Promise<HandOver | undefined> {
  const now = performance.now();
  const known = looks().get(name);
  if (known !== undefined && now < known.until) return known.found;
  const found = look(name);
  const entry = { until: now + FRESH_MS, found };
  looks().delete(name);
  looks().set(name, entry);
  // A failure is for the requests that waited for it.
  found.catch(() => {
    if (looks().get(name) === entry) looks().delete(name);
  });
  const [oldest] = looks().keys();
  if (oldest !== undefined && looks().size > KEPT) looks().delete(oldest);
  return found;
}

/** After a change in this process: the next request sees it. */
export const forgetNamedCalibrations = (): void => looks().clear();
