import "server-only";
import { RoutingError } from "@/lib/domain/routing-error";
import type { EndpointRequest } from "./endpoint-exchange";

/**
 * A request's body as text, read as it comes and no further than it may be long.
 * @throws RoutingError `too_large`.
 */
export async function readBody(request: EndpointRequest, maximumBytes: number): Promise<string> {
  const tooLarge = () =>
    new RoutingError({
      ...{ code: "too_large", parameter: "body" },
      message: `The request must be at most ${maximumBytes} bytes long.`,
    });
  if (Number(request.headers.get("content-length") ?? 0) > maximumBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.length;
    if (bytes > maximumBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
