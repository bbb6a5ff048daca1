"use client";

import { useSearchParams } from "next/navigation";
import { AddressNotice } from "@/components/controls/address-notice";
import { MONEY_READINGS, SHARED_READINGS } from "@/components/controls/address-readings";
import { KEPT } from "@/lib/calibration/sample-budget";
import { ROUTER_INFO, type RouterId } from "@/lib/domain/router-id";
import { unusableInWords } from "@/lib/view/shared/address-problem";
import { parseBudget } from "./use-budget";

const READINGS = {
  ...SHARED_READINGS,
  ...MONEY_READINGS,
  budget: {
    parse: parseBudget,
    but: "a budget is a plain number of dollars a month from 0 to 1,000,000,000,000",
    shown: "the share counts",
  },
  keep: {
    parse: (text: string, query: URLSearchParams) =>
      KEPT.some((kept) => kept === text) && parseBudget(query.get("budget") ?? "") !== null ? text : null,
    but: `what a budget keeps to is ${KEPT.join(" or ")}, and goes with a budget`,
    shown: "the mean, or the share alone, counts",
  },
};

/** What of a run's address cannot be used. @param shown the router in place of `wanted`, which may not be in the run. */
export function RunAddressNotice({ wanted, shown }: { readonly wanted: RouterId; readonly shown: RouterId }) {
  const isNamed = useSearchParams().get("router") === wanted;
  const more =
    wanted === shown || !isNamed
      ? []
      : [
          unusableInWords({
            says: `router=${wanted}`,
            but: "that router did not score this run",
            shown: `${ROUTER_INFO[shown].label} is shown`,
          }),
        ];
  return <AddressNotice readings={READINGS} more={more} />;
}
