import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";

/** Takes an answer of Next's instead of a client: whole, in memory. */
export class CapturedAnswer extends ServerResponse<IncomingMessage> {
  readonly #chunks: Buffer[] = [];
  #whole = false;

  get isWhole(): boolean {
    return this.#whole;
  }

  get body(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((part): part is OutgoingHttpHeaders => typeof part === "object" && !Array.isArray(part));
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (value !== undefined) this.setHeader(name, value);
    }
    return this;
  }

  override flushHeaders(): void {}

  override write(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
    const encoding = rest.find((part): part is BufferEncoding => typeof part === "string");
    this.#chunks.push(typeof chunk === "string" ? Buffer.from(chunk, encoding) : Buffer.from(chunk));
    const done = rest.find((part): part is () => void => typeof part === "function");
    if (done !== undefined) process.nextTick(done);
    return true;
  }

  override end(...parts: unknown[]): this {
    const [chunk, encoding] = parts;
    if (typeof chunk === "string" || chunk instanceof Uint8Array) this.write(chunk, encoding);
    this.#whole = true;
    const done = parts.find((part): part is () => void => typeof part === "function");
    process.nextTick(() => {
      done?.();
      this.emit("finish");
      this.emit("close");
    });
    return this;
  }
}
