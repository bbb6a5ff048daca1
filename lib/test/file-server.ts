import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** What a fault does with one request, instead of or around sending the file. */
type Fault =
  | { readonly status: number }
  /** Promises the whole file and breaks the connection after so many bytes. */
  | { readonly breakAfter: number }
  /** Sends so many bytes and then nothing. */
  | { readonly stallAfter: number }
  /** Sends other bytes. */
  | { readonly send: string }
  | { readonly redirect: string; readonly headers?: Readonly<Record<string, string>> };

/** A request as it came. */
type SeenRequest = {
  readonly path: string;
  readonly range: string | undefined;
  readonly encoding: string | undefined;
};

export type FileServer = {
  readonly base: string;
  readonly requests: readonly SeenRequest[];
  /** Faults of the next requests for a path, one each. */
  fail(path: string, ...faults: Fault[]): void;
  close(): Promise<void>;
};

/** Serves files from memory, with ranges (unless told otherwise), on a free port of this machine. */
export async function startFileServer(
  files: Readonly<Record<string, string>>,
  { ranges = true }: { readonly ranges?: boolean } = {},
): Promise<FileServer> {
  const requests: SeenRequest[] = [];
  const faults = new Map<string, Fault[]>();
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    requests.push({ path, range: request.headers.range, encoding: header(request, "accept-encoding") });
    const content = Buffer.from(files[path] ?? "");
    const fault = faults.get(path)?.shift();
    if (fault !== undefined && "status" in fault) response.writeHead(fault.status).end();
    else if (fault !== undefined && "redirect" in fault) {
      response.writeHead(302, { location: fault.redirect, ...fault.headers }).end();
    } else if (files[path] === undefined) response.writeHead(404).end();
    else sendFile({ content, fault, range: ranges ? request.headers.range : undefined, response });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    base: `http://127.0.0.1:${port}`,
    requests,
    fail: (path, ...more) => faults.set(path, [...(faults.get(path) ?? []), ...more]),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendFile(options: {
  content: Buffer;
  fault: Exclude<Fault, { status: number } | { redirect: string }> | undefined;
  range: string | undefined;
  response: ServerResponse;
}): void {
  const { fault, range, response } = options;
  const content = fault !== undefined && "send" in fault ? Buffer.from(fault.send) : options.content;
  const start = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0);
  if (start > 0 && start >= content.length) {
    response.writeHead(416, { "content-range": `bytes */${content.length}` }).end();
    return;
  }
  const rest = content.subarray(start);
  const headers = { "content-length": rest.length };
  if (start > 0) {
    response.writeHead(206, { ...headers, "content-range": `bytes ${start}-${content.length - 1}/${content.length}` });
  } else response.writeHead(200, headers);
  if (fault !== undefined && "breakAfter" in fault) {
    // Not at once: what the other side has not read by then is lost to it.
    response.write(rest.subarray(0, fault.breakAfter), () => setTimeout(() => response.destroy(), 50));
  } else if (fault !== undefined && "stallAfter" in fault) response.write(rest.subarray(0, fault.stallAfter));
  else response.end(rest);
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
}
