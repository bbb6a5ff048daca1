"use client";

import { useSearchParams } from "next/navigation";
import { lazy, Suspense } from "react";

/** Fetched where the address says anything at all: the first visit needs none of it. */
const Judged = lazy(() => import("./judged-address"));

/** What of the playground's address cannot be used. */
export function PlaygroundAddressNotice() {
  if (useSearchParams().size === 0) return null;
  return (
    <Suspense fallback={null}>
      <Judged />
    </Suspense>
  );
}
