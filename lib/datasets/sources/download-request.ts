import { RoutingError } from "@/lib/domain/routing-error";

/** No answer, or no further byte of one, for this long: the connection is taken for dead. */
const IDLE_MILLISECONDS = 30_000;

const MAXIMUM_REDIRECTS = 5;

/** A fault that may be gone at the next try: a busy server, a broken connection, an unreachable host. */
export class TransientFault extends Error {
  /** In a sentence: "<address> <fault>". */
  readonly fault: string;

  constructor(fault: string) {
    super(fault);
    this.name = "TransientFault";
    this.fault = fault;
  }
}

/** An answer being received. */
export type Answer = {
  /** Index of the first byte that comes: as asked for, or 0 from servers that know no ranges. */
  readonly start: number;
  /** Bytes of the whole file, if the server says. */
  readonly size?: number;
  /** SHA-256 that the host announced on the way (`X-Linked-Etag`, as hosts of large files do). */
  readonly announced?: string;
  /** The bytes; throws TransientFault when the connection breaks or stalls. */
  readonly chunks: AsyncIterable<Uint8Array>;
};

/**
 * Asks for a file from byte `start` on, following redirects.
 * @returns undefined if the server has no byte from there on (the file is shorter).
 * @throws TransientFault, or RoutingError where a further try would not help.
 */
export async function requestFile(options: {
  url: string;
  start: number;
  signal: AbortSignal;
  idleMilliseconds?: number;
}): Promise<Answer | undefined> {
  const { start, signal, idleMilliseconds = IDLE_MILLISECONDS } = options;
  const idle = createIdleTimer(idleMilliseconds);
  const either = AbortSignal.any([signal, idle.signal]);
  const faultOf = (error: unknown): unknown => {
    if (signal.aborted) return signal.reason;
    const stalled = `sent nothing for ${idleMilliseconds / 1000} seconds`;
    return new TransientFault(idle.signal.aborted ? stalled : connectionFault(error));
  };
  let url = options.url;
  let announced: string | undefined;
  for (let hop = 0; hop <= MAXIMUM_REDIRECTS; hop += 1) {
    const headers: Record<string, string> = { "accept-encoding": "identity" };
    if (start > 0) headers.range = `bytes=${start}-`;
    const response = await fetch(url, { headers, redirect: "manual", signal: either }).catch((error: unknown) => {
      idle.stop();
      throw faultOf(error);
    });
    announced ??= announcedChecksum(response);
    const target = response.headers.get("location");
    if (response.status >= 300 && response.status < 400 && target !== null) {
      await response.body?.cancel();
      url = new URL(target, url).href;
      continue;
    }
    if (response.ok && response.body !== null) {
      return {
        ...position(response, start),
        ...(announced === undefined ? {} : { announced }),
        chunks: read(response.body),
      };
    }
    idle.stop();
    await response.body?.cancel();
    if (response.status === 416) return undefined;
    throw statusFault(options.url, response.status);
  }
  idle.stop();
  throw new TransientFault(`redirects more than ${MAXIMUM_REDIRECTS} times`);

  async function* read(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
    try {
      for await (const chunk of body) {
        idle.restart();
        yield chunk;
      }
    } catch (error) {
      throw faultOf(error);
    } finally {
      idle.stop();
    }
  }
}

function createIdleTimer(milliseconds: number) {
  const controller = new AbortController();
  const begin = () => setTimeout(() => controller.abort(), milliseconds);
  let timer = begin();
  const stop = () => clearTimeout(timer);
  return {
    signal: controller.signal,
    stop,
    restart: () => {
      stop();
      timer = begin();
    },
  };
}

/** Reads where an answer begins and how long the whole file is. */
function position(response: Response, asked: number): { start: number; size?: number } {
  const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get("content-range") ?? "");
  if (response.status === 206 && range !== null) return { start: Number(range[1]), size: Number(range[2]) };
  if (response.status === 206) return { start: asked };
  const length = response.headers.get("content-length");
  return { start: 0, ...(length === null ? {} : { size: Number(length) }) };
}

const announcedChecksum = (response: Response): string | undefined =>
  /^"?([0-9a-f]{64})"?$/.exec(response.headers.get("x-linked-etag") ?? "")?.[1];

function statusFault(url: string, status: number): Error {
  if (status === 429 || status >= 500) return new TransientFault(`answers with status ${status}`);
  const problem =
    status === 404 || status === 410
      ? `there is no such file (status ${status}); check the mirror that --from names, or leave --from out`
      : `the host refuses it (status ${status}); fetch it there by hand, or name a mirror with --from`;
  return new RoutingError({ code: "not_found", parameter: "data fetch", message: `${url}: ${problem}.` });
}

/** Node hides what happened to a connection in the error's causes. */
function connectionFault(error: unknown): string {
  let code = "";
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string") code = cause.code;
  }
  if (["ENOTFOUND", "EAI_AGAIN"].includes(code)) return `cannot be found: no network, or a wrong name (${code})`;
  if (code.includes("CONN") || code.includes("UNREACH") || code.includes("TIMEOUT"))
    return `cannot be reached (${code})`;
  return `broke off${code === "" ? "" : ` (${code})`}`;
}
