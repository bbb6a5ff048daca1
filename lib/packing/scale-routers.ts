import { forEveryRouter } from "@/lib/domain/for-every-router";
import type { RouterId } from "@/lib/domain/router-id";
import type { Router } from "@/lib/routers/router";
import { createScaledRouter } from "@/lib/routers/scaled-router";
import { scaleWinRate } from "@/lib/routers/win-rate-scale";
import type { ReliabilityArtifact } from "@/lib/schemas/artifacts/reliability-artifact";

/** Win rates by prompt, for each router. */
export type HeldOutColumns = Readonly<Record<RouterId, ReadonlyMap<string, number>>>;

/** The routers with the scales that were found for them; one without a scale stays as it is. */
export function scaleRouters(
  routers: ReadonlyMap<RouterId, Router>,
  { routers: found }: ReliabilityArtifact,
): ReadonlyMap<RouterId, Router> {
  return new Map(
    [...routers].map(([id, router]) => {
      const scale = found[id]?.scale;
      return [id, scale === undefined ? router : createScaledRouter(router, scale)];
    }),
  );
}

/** The same for win rates that were scored before the scales were known. */
export function scaleColumns(columns: HeldOutColumns, { routers: found }: ReliabilityArtifact): HeldOutColumns {
  return forEveryRouter((id) => {
    const scale = found[id]?.scale;
    if (scale === undefined) return columns[id];
    return new Map([...columns[id]].map(([prompt, winRate]) => [prompt, scaleWinRate(winRate, scale)]));
  });
}
