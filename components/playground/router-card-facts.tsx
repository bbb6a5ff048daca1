import type { RouterCard } from "@/lib/view/playground/router-card";

/** What stands behind a row. */
export default function RouterCardFacts({ card }: { readonly card: RouterCard }) {
  const facts = [
    ["What it is", card.what],
    ["Trained on", card.trainedOn],
    ["Runs", card.runsOn],
    ["Calibrated on", card.calibratedOn],
  ] as const;
  return (
    <dl className="grid gap-x-3 gap-y-1 pb-2 text-xs leading-5 sm:grid-cols-[7rem_1fr]">
      {facts.map(([name, fact]) => (
        <div key={name} className="sm:col-span-full sm:grid sm:grid-cols-subgrid">
          <dt className="text-muted">{name}</dt>
          <dd className="break-words">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
