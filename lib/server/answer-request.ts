import "server-only";
import { RoutingError } from "@/lib/domain/routing-error";
import { failedResponse } from "./failed-response";

const NO_STORE = { "Cache-Control": "no-store" };

/** Failures whose sentences name places of the server: for its log, not for whoever asks. */
const PRIVATE = new Set(["storage_unusable", "artifact_unusable"]);

const log = (error: unknown): void => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
};

/**
 * Answers a request of the pages: with what `answer` gives as JSON (nothing: 204), or with the one envelope in which
 * everything fails.
 */
export async function answerRequest(status: 200 | 201 | 204, answer: () => Promise<unknown>): Promise<Response> {
  try {
    const content = await answer();
    if (status === 204) return new Response(null, { status, headers: NO_STORE });
    return Response.json(content, { status, headers: NO_STORE });
  } catch (error) {
    if (!(error instanceof RoutingError)) {
      log(error);
      return Response.json({ message: "The server could not do this." }, { status: 500, headers: NO_STORE });
    }
    if (!PRIVATE.has(error.code)) return failedResponse(error.code, error.message);
    process.stderr.write(`${error.message}\n`);
    return failedResponse(error.code, "What is saved here cannot be reached now; the server’s log says why.");
  }
}
