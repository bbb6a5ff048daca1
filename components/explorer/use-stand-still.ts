"use client";

import { useState } from "react";

/** The value, or while `still` the last one before. */
export function useStandStill<Value>(value: Value, still: boolean): Value {
  const [shown, setShown] = useState(value);
  if (!still && shown !== value) setShown(value);
  return still ? shown : value;
}
