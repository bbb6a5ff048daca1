import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { acceptedEncoding } from "@/lib/http/accepted-encoding";
import { CapturedAnswer } from "@/lib/http/captured-answer";

/** One rendering of a page, cut where its nonce stood. */
type KeptPage = { readonly headers: readonly KeptHeader[]; readonly parts: readonly string[] };
type KeptHeader = { readonly name: string; readonly parts: readonly string[] };

/** What a page is rendered from beside its address: equal strings, equal pages. Undefined where it is not to be kept. */
export type PageState = (path: string) => Promise<string | undefined>;

export type PageCache = {
  /** Answers with the kept page, rendering it first where there is none; for visits that are plain ({@link isPlainVisit}). */
  answer(visit: Visit): Promise<void>;
};

type Visit = {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  /** This answer's own: it stands where that of the rendering stood. */
  readonly nonce: string;
  readonly render: (to: ServerResponse) => Promise<void>;
};

/** Paths and states: few, as a state is gone once it changed. */
const KEPT = 24;

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** What Next says of a document that changes with each answer; the rest is set anew, as for every answer. */
const PER_ANSWER = new Set(["content-length", "content-encoding", "transfer-encoding", "connection", "date"]);

/** A browser's visit to a page's plain address: no part of a page, no query, which pages show. */
export function isPlainVisit({ method, url = "", headers }: IncomingMessage): boolean {
  return (
    method === "GET" &&
    !url.includes("?") &&
    headers.rsc === undefined &&
    headers.range === undefined &&
    Object.keys(headers).every((name) => !name.startsWith("next-"))
  );
}

export function createKeptPages(state: PageState): PageCache {
  const pages = new Map<string, KeptPage>();

  function keep(key: string, page: KeptPage): void {
    pages.delete(key);
    pages.set(key, page);
    const [oldest] = pages.keys();
    if (oldest !== undefined && pages.size > KEPT) pages.delete(oldest);
  }

  async function renderWhole({ incoming, outgoing, render }: Visit): Promise<CapturedAnswer> {
    const captured = new CapturedAnswer(incoming);
    for (const [name, value] of Object.entries(outgoing.getHeaders())) {
      if (value !== undefined) captured.setHeader(name, value);
    }
    // It is compressed once it has this answer's nonce.
    const { "accept-encoding": encoding } = incoming.headers;
    delete incoming.headers["accept-encoding"];
    try {
      await render(captured);
    } finally {
      if (encoding !== undefined) incoming.headers["accept-encoding"] = encoding;
    }
    if (!captured.isWhole) throw new Error(`The page ${incoming.url} was not rendered to its end.`);
    return captured;
  }

  return {
    async answer(visit) {
      const { incoming, outgoing, nonce } = visit;
      const path = incoming.url ?? "";
      const before = await state(path);
      if (before === undefined) {
        await visit.render(outgoing);
        return;
      }
      const key = `${path} ${before}`;
      const kept = pages.get(key);
      if (kept !== undefined) {
        await send(visit, { ...kept, status: 200 });
        return;
      }
      const captured = await renderWhole(visit);
      const { statusCode: status } = captured;
      const page = {
        headers: Object.entries(captured.getHeaders()).flatMap(([name, value]) =>
          value === undefined || PER_ANSWER.has(name) || outgoing.hasHeader(name)
            ? []
            : [{ name, parts: String(value).split(nonce) }],
        ),
        parts: captured.body.toString("utf8").split(nonce),
      };
      const isPage = String(captured.getHeader("content-type")).startsWith("text/html");
      // What changed meanwhile may or may not be in it.
      if (isPage && status === 200 && !captured.hasHeader("set-cookie") && (await state(path)) === before)
        keep(key, page);
      await send(visit, { ...page, status });
    },
  };
}

async function send(
  { incoming, outgoing, nonce }: Visit,
  { status, headers, parts }: KeptPage & { readonly status: number },
): Promise<void> {
  if (outgoing.destroyed) return;
  const encoding = acceptedEncoding(incoming.headers["accept-encoding"]);
  const bytes = Buffer.from(parts.join(nonce));
  // Off the thread that routes.
  const sent =
    encoding === "br"
      ? await brotlied(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : encoding === "gzip"
        ? await gzipped(bytes)
        : bytes;
  for (const header of headers) outgoing.setHeader(header.name, header.parts.join(nonce));
  outgoing.setHeader("Vary", [outgoing.getHeader("vary"), "Accept-Encoding"].flat().filter(Boolean).join(", "));
  if (encoding !== undefined) outgoing.setHeader("Content-Encoding", encoding);
  outgoing.setHeader("Content-Length", sent.byteLength);
  outgoing.statusCode = status;
  outgoing.end(sent);
}
