import { lazy } from "react";
import { OnDemand } from "@/components/playground/why/on-demand";
import type { RouterCard } from "@/lib/view/playground/router-card";

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
