import "server-only";

/** What the endpoint needs of a request: a Web `Request` has it, and one of node:http is given it at less cost. */
export type EndpointRequest = {
  readonly headers: { get(name: string): string | null };
  /** Aborted once the client has gone. */
  readonly signal: AbortSignal;
  readonly body: AsyncIterable<Uint8Array> | null;
};

/** An answer on its way out: whole, or as it comes. Whoever does not read a stream to its end cancels it. */
export type EndpointAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | ReadableStream<Uint8Array> | null;
};

export const jsonAnswer = (
  document: object,
  {
    status = 200,
    headers = {},
  }: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): EndpointAnswer => ({
  status,
  headers: { "Content-Type": "application/json", ...headers },
  body: JSON.stringify(document),
});

/** For Next's routes. */
export const toWebResponse = ({ body, ...head }: EndpointAnswer): Response => new Response(body, head);
