"use client";

import { lazy } from "react";
import type { Verdict } from "@/lib/view/shared/verdict";
import { OnDemand } from "./on-demand";

const WhyPanel = lazy(() => import("./why-panel"));

type WhyDetailsProps = {
  readonly label: string;
  readonly verdict: Verdict;
  /** The text that the verdict is of. */
  readonly prompt: string;
  readonly onPick: (prompt: string) => void;
};

/** Why a router says what it says, folded away. */
export function WhyDetails({ label, ...rest }: WhyDetailsProps) {
  return (
    <OnDemand
      className="open:basis-full"
      summary={
        <span className="text-xs">
          Why this win rate<span className="sr-only">, {label}</span>
        </span>
      }
    >
      <WhyPanel {...rest} />
    </OnDemand>
  );
}
