"use client";

import { useCallback, useEffect, useState } from "react";

/** Prompts of the examples by id. */
type ExampleTexts = ReadonlyMap<string, string>;

const NO_TEXTS: ExampleTexts = new Map();

/**
 * The examples' texts: 8 KB that the first visit does without.
 * @param needed loads them at once; else `load` does.
 */
export function useExampleTexts(needed: boolean) {
  const [texts, setTexts] = useState<ExampleTexts | null>(null);
  const [failed, setFailed] = useState(false);
  /** @returns the texts; none where they cannot be loaded, which `failed` says. */
  const load = useCallback(async (): Promise<ExampleTexts> => {
    try {
      const { EXAMPLE_PROMPTS } = await import("@/lib/view/playground/example-prompts");
      const loaded = new Map(EXAMPLE_PROMPTS.map(({ id, prompt }) => [id, prompt]));
      setTexts((current) => current ?? loaded);
      setFailed(false);
      return loaded;
    } catch {
      setFailed(true);
      return NO_TEXTS;
    }
  }, []);
  useEffect(() => {
    if (needed) void load();
  }, [needed, load]);
  return { texts, failed, load };
}
