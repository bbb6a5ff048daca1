"use client";

import type { ReactNode } from "react";
import { NumberField } from "@/components/ui/number-field";
import { useShare } from "./use-share";

const toPercent = (share: number): number => Number((share * 100).toFixed(2));
const withoutTrailingZeros = (percent: number): string => String(Number(percent.toFixed(2)));

type ShareFieldProps = { readonly label: ReactNode; readonly labelHidden?: boolean };

/** The target share of strong calls as a number that can be typed. */
export function ShareField({ label, labelHidden = false }: ShareFieldProps) {
  const [share, setShare] = useShare();
  return (
    <NumberField
      label={label}
      labelHidden={labelHidden}
      value={toPercent(share)}
      minimum={0}
      maximum={100}
      digits={5}
      unit="%"
      format={withoutTrailingZeros}
      onCommit={(percent) => void setShare(Number((percent / 100).toFixed(4)))}
    />
  );
}
