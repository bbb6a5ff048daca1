import { once } from "./once";

/**
 * One thing for the whole process, made at the first call: Next gives pages, routes and instrumentation.ts a copy of each
 * module, but a circuit breaker, a limit or a database that each of them had for itself would be three. What failed is
 * not kept.
 * @param name the same in all copies.
 */
export function perProcess<Thing>(name: string, make: () => Thing): () => Thing {
  const key = Symbol.for(`routellm.${name}`);
  const shared: typeof globalThis & { [key: symbol]: { readonly thing: Thing } | undefined } = globalThis;
  return () => {
    shared[key] ??= { thing: make() };
    return shared[key].thing;
  };
}

/** As {@link once}, for the whole process. */
export function oncePerProcess<Result>(name: string, load: () => Promise<Result>): () => Promise<Result> {
  const loadOnce = perProcess(name, () => once(load));
  return () => loadOnce()();
}
