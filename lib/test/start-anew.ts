import { vi } from "vitest";

/** As if the process were new: modules are loaded again, and what their copies shared (perProcess) is gone. */
export function resetProcess(): void {
  vi.resetModules();
  for (const key of Object.getOwnPropertySymbols(globalThis)) {
    if (key.description?.startsWith("routellm.")) Reflect.deleteProperty(globalThis, key);
  }
}
