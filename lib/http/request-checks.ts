import type { IncomingMessage } from "node:http";
import { hostNameOf, isLoopbackName } from "@/lib/access/loopback";
import { OWN_REQUEST_HEADER } from "@/lib/domain/own-request";
import { RoutingError } from "@/lib/domain/routing-error";

/** What is looked at of a request. */
export type RequestHead = Pick<IncomingMessage, "method" | "url" | "headers">;

/** Looks at a request before anybody answers it. @throws RoutingError to refuse it. */
export type RequestCheck = (incoming: RequestHead) => void;

/** Watched by machines, which ask for an address rather than a name. */
const FOR_MACHINES: ReadonlySet<string> = new Set(["/health", "/metrics"]);
const HARMLESS: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

export const pathOf = ({ url = "" }: RequestHead): string => {
  const end = url.search(/[?#]/);
  return end === -1 ? url : url.slice(0, end);
};

/** What the server's own listener asks of each request, in this order. */
export const requestChecks = (settings: { readonly hosts: readonly string[] }): readonly RequestCheck[] => [
  checkHost(settings.hosts),
  checkOrigin,
];

/**
 * Only names that are this server's: one that another site's name server points here, once its page is loaded, would
 * make that page one of ours in a browser's eyes.
 */
const checkHost =
  (hosts: readonly string[]): RequestCheck =>
  (incoming) => {
    if (FOR_MACHINES.has(pathOf(incoming))) return;
    const name = hostNameOf(incoming.headers.host);
    if (name !== undefined && (isLoopbackName(name) || hosts.includes(name))) return;
    const asked = name === undefined ? "The request names no host" : `${name} is not a name of this server`;
    const message = `${asked}; ask for localhost, or set ROUTELLM_HOSTS to the names that it is reached under.`;
    throw new RoutingError({ code: "misdirected", parameter: "host", message });
  };

/** A program sends a key only if it has been given one, and a page of another site cannot without asking first. */
const hasKey = ({ headers }: RequestHead): boolean => /^bearer\s+\S/i.test(headers.authorization ?? "");

/** Whether an address that a browser names as the sender's is one of this server's own pages. */
function isOwnAddress(address: string, host: string | undefined): boolean {
  if (host === undefined || !URL.canParse(address)) return false;
  const { protocol, host: sender } = new URL(address);
  const own = `${protocol}//${host}`;
  return /^https?:$/.test(protocol) && URL.canParse(own) && new URL(own).host === sender;
}

/**
 * Whatever changes something comes from this server's own pages or from a program, never from a page of another site,
 * another port or another name of the same site. A browser says where a request is from, in Sec-Fetch-Site or in Origin.
 * Where it says neither, as some do to names without https, the pages' own header or a Referer must say it.
 */
function checkOrigin(incoming: RequestHead): void {
  const { headers, method = "" } = incoming;
  if (HARMLESS.has(method)) return;
  if (pathOf(incoming).startsWith("/v1/") && hasKey(incoming)) return;
  const { "sec-fetch-site": site, origin, referer, host } = headers;
  const saysOwn = origin === undefined ? undefined : isOwnAddress(origin, host);
  if (saysOwn === false || (site !== undefined && site !== "same-origin" && site !== "none")) throw foreign();
  if (saysOwn === true || site !== undefined) return;
  // Only what a page of this server wrote, or another site's page after it has been allowed to: it never is.
  if (headers[OWN_REQUEST_HEADER] !== undefined) return;
  if (referer !== undefined ? isOwnAddress(referer, host) : isProgram(incoming)) return;
  throw foreign();
}

/** Forms of other sites send these, without asking. */
const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/**
 * A program brings no cookie of a browser. All browsers call themselves Mozilla, and what does so sends at least what no
 * other site's form can.
 */
function isProgram({ headers, method }: RequestHead): boolean {
  if (headers.cookie !== undefined) return false;
  const type = headers["content-type"] ?? "text/plain";
  return !/^mozilla\//i.test(headers["user-agent"] ?? "") || method !== "POST" || !FORM.test(type);
}

const foreign = (): RoutingError =>
  new RoutingError({
    code: "forbidden",
    parameter: "origin",
    message:
      "This is taken from the app's own pages only, not from another site; a program leaves Origin, Referer and Cookie out.",
  });
