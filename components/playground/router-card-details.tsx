import { lazy } from "react";
import type { RouterCard } from "@/lib/explorer/router-card";
import { OnDemand } from "./on-demand";

const RouterCardFacts = lazy(() => import("./router-card-facts"));

/** What stands behind a row, folded away. */
export function RouterCardDetails({ label, card }: { readonly label: string; readonly card: RouterCard }) {
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
      <RouterCardFacts card={card} />
    </OnDemand>
  );
}
