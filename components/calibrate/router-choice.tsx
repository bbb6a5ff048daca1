"use client";

import { ROUTER_IDS, ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";

/** Score a prompt in less than a millisecond or so; a transformer takes the longest (README, speeds). */
export const FAST_ROUTERS: readonly RouterId[] = ["sw_ranking", "mf", "length"];

const SLOWER: ReadonlySet<RouterId> = new Set(["bert", "causal_llm"]);

type RouterChoiceProps = {
  readonly chosen: readonly RouterId[];
  readonly onChoose: (routers: readonly RouterId[]) => void;
};

/** Which routers score the prompts; each adds its own time. */
export function RouterChoice({ chosen, onChoose }: RouterChoiceProps) {
  const toggle = (id: RouterId) =>
    onChoose(ROUTER_IDS.filter((other) => (other === id ? !chosen.includes(id) : chosen.includes(other))));
  return (
    <fieldset className="text-sm">
      <legend className="text-[0.8125rem] text-muted">
        Routers to calibrate; each adds its own time, transformers the most
      </legend>
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
            {SLOWER.has(id) ? <span className="text-xs text-muted">slower</span> : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
