import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { SECURITY_HEADERS } from "./security-headers";

/** What Node's parser gives up on, by its code; all else is no HTTP. */
const KNOWN: Readonly<Record<string, readonly [status: number, message: string]>> = {
  HPE_HEADER_OVERFLOW: [431, "The address and the headers of a request may hold 16 kB together."],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, "The chunks of the body carry more extensions than this server reads."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "The request took too long to arrive."],
};
const NO_HTTP = [400, "This cannot be read as a request of HTTP/1.1."] as const;

/** For so long a client may take the refusal; then its connection ends. */
const LINGER_MS = 1_000;

/**
 * Says what cannot be read, and ends the connection: where the next request begins nobody knows.
 * @param underWay the last answer on this connection, into the middle of which nothing may be written.
 */
export function refuseUnreadable(error: Error, socket: Duplex, underWay: ServerResponse | undefined): void {
  const code = "code" in error ? String(error.code) : "";
  const isAnswering = underWay?.headersSent === true && !underWay.writableFinished;
  if (!socket.writable || code === "ECONNRESET" || isAnswering) {
    socket.destroy();
    return;
  }
  const [status, message] = (Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined) ?? NO_HTTP;
  const body = JSON.stringify({ message });
  const headers = {
    ...SECURITY_HEADERS,
    ...{ "Content-Type": "application/json", "Cache-Control": "no-store", Connection: "close" },
    "Content-Length": String(body.length),
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
