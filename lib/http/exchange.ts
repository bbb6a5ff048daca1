/** What the endpoint needs of a request: a Web `Request` has it, and one of node:http is given it at less cost. */
export type EndpointRequest = {
  /** Absolute. */
  readonly url: string;
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
  /** How much of a body that is still coming is read, to no purpose, so that a client that sends first hears the answer. */
  readonly passOver?: { readonly bytes: number; readonly ms: number };
};

/** An answer of the pages' routes, which are whole. */
export const fromWebResponse = async (
  response: Response,
  rest: Pick<EndpointAnswer, "passOver"> = {},
): Promise<EndpointAnswer> => ({
  ...rest,
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: response.body === null ? null : await response.text(),
});

/** Of the pages' routes that stream. */
export const fromStreamedResponse = ({ status, headers, body }: Response): EndpointAnswer => ({
  status,
  headers: Object.fromEntries(headers),
  body,
});

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
