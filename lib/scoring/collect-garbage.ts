import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Collects the garbage of this thread, some milliseconds. V8 lets a heap grow to several times of what is alive before
 * it does so by itself, which is the better part of what a scoring thread would hold.
 */
export function createGarbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return () => {
    if (typeof collect === "function") collect();
  };
}
