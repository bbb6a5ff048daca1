import type { StateStorage } from "zustand/middleware";

/** Stands in where there is no browser, or where it refuses storage: what is kept then lasts as long as the page. */
const NO_STORAGE: StateStorage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/** This browser's (`local`) or this tab's (`session`) storage, in a form that never throws. */
export function browserStorage(kind: "local" | "session"): StateStorage {
  if (typeof window === "undefined") return NO_STORAGE;
  try {
    const storage = kind === "local" ? window.localStorage : window.sessionStorage;
    return {
      getItem: (name) => storage.getItem(name),
      setItem: (name, value) => {
        try {
          storage.setItem(name, value);
        } catch {
          // Full: better to forget the stored copy than to keep an outdated one.
          storage.removeItem(name);
        }
      },
      removeItem: (name) => storage.removeItem(name),
    };
  } catch {
    // Access itself throws where the visitor has switched storage off.
    return NO_STORAGE;
  }
}
