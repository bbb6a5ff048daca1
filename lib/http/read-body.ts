import { RoutingError } from "@/lib/domain/routing-error";
import { type BodyHold, type BodyPool, bodyPool } from "./body-pool";
import type { EndpointRequest } from "./exchange";

/** For how long a body may be on its way: this much, and a second more for so many bytes that have come. */
type SenderPatience = { readonly firstMs: number; readonly bytesPerSecond: number };

/** A line of 400 kbit/s is quick enough. */
const PATIENCE: SenderPatience = { firstMs: 10_000, bytesPerSecond: 50_000 };

export type ReadBodyOptions = {
  readonly patience?: SenderPatience;
  readonly pool?: BodyPool;
  /** Given what keeps the body's memory counted until it is released; without it, reading alone counts. */
  readonly onHold?: (hold: BodyHold) => void;
};

/**
 * A request's body as text, read as it comes, no further than it may be long and no longer than a sender may take.
 * @throws RoutingError `too_large`, `too_slow`, `overloaded` where all memory for bodies is taken, or `invalid_argument`
 * where it breaks off.
 */
export async function readBody(
  request: Pick<EndpointRequest, "headers" | "body">,
  maximumBytes: number,
  { patience = PATIENCE, pool = bodyPool(), onHold }: ReadBodyOptions = {},
): Promise<string> {
  if (Number(request.headers.get("content-length") ?? 0) > maximumBytes) throw tooLarge(maximumBytes);
  if (request.body === null) return "";
  const cut = createCut(patience);
  const hold = pool.open(cut.now);
  onHold?.(hold);
  const parts = request.body[Symbol.asyncIterator]();
  try {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for (;;) {
      const { done, value } = await Promise.race([parts.next(), cut.off]).catch(brokenOff);
      if (done === true) break;
      bytes += value.length;
      if (bytes > maximumBytes) throw tooLarge(maximumBytes);
      hold.add(value.length);
      cut.came(bytes);
      chunks.push(value);
    }
    hold.complete();
    return Buffer.concat(chunks).toString("utf8");
  } catch (error) {
    hold.release();
    // Not waited for: it ends with the next bytes, which may never come.
    parts.return?.()?.catch(() => undefined);
    throw error;
  } finally {
    cut.never();
    if (onHold === undefined) hold.release();
  }
}

/** Rejects once a sender has taken too long, or at once for another reason. */
function createCut({ firstMs, bytesPerSecond }: SenderPatience) {
  const start = performance.now();
  let bytes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let now: (error: RoutingError) => void = () => undefined;
  const off = new Promise<never>((_, reject) => {
    now = reject;
  });
  // Also where nobody waits for it any more.
  off.catch(() => undefined);
  const look = (): void => {
    const leftMs = firstMs + (bytes / bytesPerSecond) * 1000 - (performance.now() - start);
    if (leftMs <= 0) now(tooSlow());
    else timer = setTimeout(look, leftMs);
  };
  look();
  return {
    off,
    now,
    came(total: number): void {
      bytes = total;
    },
    never: () => clearTimeout(timer),
  };
}

const tooLarge = (maximumBytes: number): RoutingError =>
  new RoutingError({
    ...{ code: "too_large", parameter: "body" },
    message: `The request must be at most ${maximumBytes} bytes long.`,
  });

const tooSlow = (): RoutingError =>
  new RoutingError({
    ...{ code: "too_slow", parameter: "body" },
    message: "The request came too slowly; it must be sent without pauses.",
  });

function brokenOff(error: unknown): never {
  if (error instanceof RoutingError) throw error;
  const message = "The request broke off before its end; send all of it.";
  throw new RoutingError({ code: "invalid_argument", parameter: "body", message });
}
