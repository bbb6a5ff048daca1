import { ROUTER_IDS, type RouterId } from "./router-id";

/** One value for each router, keyed by its id. */
export const forEveryRouter = <Value>(make: (router: RouterId) => Value): Readonly<Record<RouterId, Value>> =>
  Object.fromEntries(ROUTER_IDS.map((router) => [router, make(router)])) as Record<RouterId, Value>;
