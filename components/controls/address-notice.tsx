"use client";

import { useSearchParams } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { type AddressReading, addressProblems } from "@/lib/view/shared/address-problem";

const NONE: readonly string[] = [];

type AddressNoticeProps = {
  /** Of each key that the page reads. */
  readonly readings: Readonly<Record<string, AddressReading>>;
  /** What only the page's data can tell. */
  readonly more?: readonly string[];
};

/** Says which values of the address cannot be used, and what is shown in their place; nothing where all can. */
export function AddressNotice({ readings, more = NONE }: AddressNoticeProps) {
  const problems = [...addressProblems(new URLSearchParams(useSearchParams().toString()), readings), ...more];
  if (problems.length === 0) return null;
  return (
    <div role="status" className="mb-3 grid gap-1 [overflow-wrap:anywhere] print:hidden">
      {problems.map((sentence) => (
        <Notice key={sentence} kind="empty">
          {sentence}
        </Notice>
      ))}
    </div>
  );
}
