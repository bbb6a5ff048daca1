"use client";

import { ROUTER_IDS, ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { formatDuration } from "@/lib/view/shared/format";

/** Score a prompt in less than a millisecond or so; transformers take longer. */
export const FAST_ROUTERS: readonly RouterId[] = ["sw_ranking", "mf", "length"];

/** Prompts a second of each router, one at a time, as they were measured for this version. */
export type Speeds = Readonly<Record<RouterId, number>>;

type RouterChoiceProps = {
  readonly chosen: readonly RouterId[];
  /** How many are to be scored. */
  readonly prompts: number;
  readonly speeds: Speeds;
  readonly onChoose: (routers: readonly RouterId[]) => void;
};

/** Which routers score the prompts; each adds its own time. */
export function RouterChoice({ chosen, prompts, speeds, onChoose }: RouterChoiceProps) {
  const seconds = (id: RouterId): number => prompts / speeds[id];
  const total = chosen.reduce((sum, id) => sum + seconds(id), 0);
  const toggle = (id: RouterId) =>
    onChoose(ROUTER_IDS.filter((other) => (other === id ? !chosen.includes(id) : chosen.includes(other))));
  return (
    <fieldset className="text-sm">
      <legend className="text-[0.8125rem] text-muted">Routers to calibrate; each adds its own time</legend>
      <div className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {ROUTER_IDS.map((id) => (
          <label key={id} className="flex min-h-7 items-center gap-1.5">
            <input
              type="checkbox"
              className="accent-accent"
              checked={chosen.includes(id)}
              onChange={() => toggle(id)}
            />
            {ROUTER_INFO[id].label}
            {seconds(id) < 1 ? null : <span className="text-xs text-muted">{formatDuration(seconds(id))}</span>}
          </label>
        ))}
      </div>
      <p className="mt-1 text-[0.8125rem] text-muted">
        {total < 1
          ? "Done in a second or so."
          : `About ${formatDuration(total)}, at speeds measured one prompt at a time; many at once may be faster.`}
      </p>
    </fieldset>
  );
}
