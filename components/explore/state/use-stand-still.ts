"use client";

import { useState } from "react";
import { usePrinting } from "@/components/ui/use-printing";

/** The value, or while `still` the last one before; on paper nothing stands still. */
export function useStandStill<Value>(value: Value, still: boolean): Value {
  const [shown, setShown] = useState(value);
  const printing = usePrinting();
  const stands = still && !printing;
  if (!stands && shown !== value) setShown(value);
  return stands ? shown : value;
}
