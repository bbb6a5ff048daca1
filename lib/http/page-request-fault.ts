import type { IncomingMessage } from "node:http";
import { ACCESS } from "@/lib/access/access-table";
import type { EndpointAnswer } from "./exchange";
import { refusal } from "./refusal";

const READING: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);
export type PageRequestOptions = {
  /** Reads the state of a page's router, as Next does when it renders. @throws where it is none. */
  readonly readRouterState: (header: string) => unknown;
  /** Told in one short line of calls of actions: a page of another build may be open somewhere. */
  readonly log: (line: string) => void;
};

/** Next's own page for failures of the layout answers 500 to whoever asks for it. */
const FAILURE_PAGE = "/_global-error";
/** Of an address, as much as a log line holds. */
const LOGGED = 100;

/** @param isPage which names of the table. @returns whether a path is one of theirs, `[id]` being any step. */
function matcherOf(isPage: boolean): (path: string) => boolean {
  const paths = Object.keys(ACCESS).flatMap((name) => {
    const [method = "", path = ""] = name.split(" ");
    return (method === "page") === isPage ? [path.replace(/\[\w+\]/g, "[^/]+")] : [];
  });
  const pattern = new RegExp(`^(${[...new Set(paths)].join("|")})/?$`);
  return (path) => pattern.test(path);
}
const isRoute = matcherOf(false);
const isPage = matcherOf(true);

/**
 * Looks at a request that is to be Next's for what Next answers with 500, or with a stack trace in the log: what is sent
 * to a page, which it takes for a call of a server action (there are none in this app), and the state of a router that
 * is none.
 * @returns the refusal, or undefined where Next may have it.
 */
export function refusePageRequest(
  { method = "", url = "", headers }: Pick<IncomingMessage, "method" | "url" | "headers">,
  { readRouterState, log }: PageRequestOptions,
): EndpointAnswer | undefined {
  const path = url.split("?", 1)[0] ?? "";
  if (path === FAILURE_PAGE) return refusal(url, 404, "There is no such page.");
  const state = headers["next-router-state-tree"];
  if (state !== undefined && fails(() => readRouterState(String(state)))) {
    return refusal(
      url,
      400,
      "The header Next-Router-State-Tree is none that a page of this app sends; reload the page.",
    );
  }
  if (READING.has(method) || isRoute(path)) return undefined;
  // A base URL that ends in a slash makes two of them: Next sends those on (308) and looks at nothing else.
  if (path.includes("//")) return undefined;
  if (headers["next-action"] !== undefined) {
    log(`A call of a server action was refused, since this app has none: ${method} ${path.slice(0, LOGGED)}\n`);
    return refusal(url, 405, "This app has no server actions; reload the page.", { Allow: "GET, HEAD" });
  }
  if (isPage(path))
    return refusal(url, 405, `Pages take no ${method}; they are read with GET.`, { Allow: "GET, HEAD" });
  return refusal(url, 404, `There is nothing at this path that takes ${method}.`);
}

function fails(read: () => unknown): boolean {
  try {
    read();
    return false;
  } catch {
    return true;
  }
}
