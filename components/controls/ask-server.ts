import type { z } from "zod";
import { OWN_REQUEST_HEADER } from "@/lib/domain/own-request";

/** What the server said no with, in its own words; or that it could not be reached. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
}

const UNREACHABLE = "The server cannot be reached. Check the connection and try again; nothing here is lost.";

/** The sentence to show for anything that went wrong. */
export const sentenceOf = (error: unknown): string =>
  error instanceof RefusedError
    ? error.message
    : "The server's answer was not as expected. Reload the page and try again.";

/**
 * Asks one of the server's routes and checks the shape of its answer.
 * @throws RefusedError with the server's sentence, or one that says that there is no server.
 */
export async function ask<Schema extends z.ZodType>(
  path: string,
  { schema, method = "GET", body, signal }: { schema: Schema; method?: string; body?: unknown; signal?: AbortSignal },
): Promise<z.infer<Schema>> {
  const response = await send(path, { method, body, signal });
  return schema.parse(await response.json());
}

/** Asks for something to be done that has no answer of its own. @throws RefusedError as {@link ask}. */
export async function tell(path: string, { method, body }: { method: string; body?: unknown }): Promise<void> {
  await send(path, { method, body, signal: undefined });
}

async function send(
  path: string,
  { method, body, signal }: { method: string; body: unknown; signal: AbortSignal | undefined },
): Promise<Response> {
  const headers: Record<string, string> = { [OWN_REQUEST_HEADER]: "1" };
  const init: RequestInit = { method, cache: "no-store", headers };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    headers["Content-Type"] = "application/json";
  }
  if (signal !== undefined) init.signal = signal;
  const response = await fetch(path, init).catch((error: unknown) => {
    if (signal?.aborted === true) throw error;
    throw unreachable();
  });
  if (response.ok) return response;
  throw new RefusedError(await refusalOf(() => response.json(), response.status));
}

/** The sentence of a refusal's envelope, `{message}`. */
export async function refusalOf(read: () => Promise<unknown>, status: number): Promise<string> {
  const body = await read().catch(() => undefined);
  const says = typeof body === "object" && body !== null && "message" in body ? body.message : undefined;
  return typeof says === "string" ? says : `The server answered ${status}. Try again in a moment.`;
}

export const unreachable = (): RefusedError => new RefusedError(UNREACHABLE);
