import type { RouterCard } from "@/lib/explorer/router-card";
import { OnDemand } from "./on-demand";

/** What stands behind a row, folded away. */
export function RouterCardDetails({ label, card }: { readonly label: string; readonly card: RouterCard }) {
  const facts = [
    ["What it is", card.what],
    ["Trained on", card.trainedOn],
    ["Runs", card.runsOn],
    ["Calibrated on", card.calibratedOn],
  ] as const;
  return (
    <OnDemand
      className="open:basis-full"
      summary={
        <span className="text-xs">
          What stands behind<span className="sr-only"> {label}</span>
          {card.isAlternative ? <b className="font-semibold text-text"> (yours, in place of the shipped one)</b> : null}
        </span>
      }
    >
      <dl className="grid gap-x-3 gap-y-1 pb-2 text-xs leading-5 sm:grid-cols-[7rem_1fr]">
        {facts.map(([name, fact]) => (
          <div key={name} className="sm:col-span-full sm:grid sm:grid-cols-subgrid">
            <dt className="text-muted">{name}</dt>
            <dd className="break-words">{fact}</dd>
          </div>
        ))}
      </dl>
    </OnDemand>
  );
}
