"use client";

import { useEffect, useRef, useState } from "react";

/** What somebody has put into the field with this id before the page's script came; undefined if nobody did. */
function readEarlyInput(id: string): string | undefined {
  if (typeof document === "undefined") return undefined;
  const field = document.getElementById(id);
  if (field instanceof HTMLSelectElement) {
    const served = [...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0];
    return field.value === served?.value ? undefined : field.value;
  }
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return undefined;
  return field.value === field.defaultValue ? undefined : field.value;
}

/**
 * Hands over what was typed or chosen before the page came alive. React writes the server's value back into the field
 * when it takes it over, so the field is read while rendering, just before that, and `onInput` is called just after.
 */
export function useEarlyInput(id: string, onInput: (value: string) => void): void {
  const [early] = useState(() => readEarlyInput(id));
  const handOver = useRef(onInput);
  useEffect(() => {
    if (early !== undefined) handOver.current(early);
  }, [early]);
}
