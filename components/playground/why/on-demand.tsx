"use client";

import { type ReactNode, Suspense, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";

type OnDemandProps = {
  readonly summary: ReactNode;
  readonly className?: string;
  /** Made, and its code loaded, when somebody opens it. */
  readonly children: ReactNode;
};

/** Something folded away that costs nothing until it is opened. */
export function OnDemand({ summary, className, children }: OnDemandProps) {
  const [open, setOpen] = useState(false);
  return (
    <Disclosure summary={summary} className={classNames("min-w-0", className)} onToggle={setOpen}>
      {open ? <Suspense fallback={<p className="pb-2 text-xs text-muted">Loading…</p>}>{children}</Suspense> : null}
    </Disclosure>
  );
}
