import { forReader } from "@/lib/access/for-reader";
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
export const answerRequest = (status: 200 | 201 | 204, answer: () => Promise<unknown>): Promise<Response> =>
  respond(async () => {
    const content = await answer();
    if (status === 204) return new Response(null, { status, headers: NO_STORE });
    return Response.json(content, { status, headers: NO_STORE });
  });

/** Answers with a response of the route's own making, such as a stream, or with that envelope. */
export async function respond(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (thrown) {
    const error = await forReader(thrown);
    if (error instanceof RoutingError && !PRIVATE.has(error.code)) return failedResponse(error.code, error.message);
    if (error instanceof RoutingError) return failedResponse(error.code, sentenceFor(error));
    return Response.json({ message: sentenceFor(error) }, { status: 500, headers: NO_STORE });
  }
}

/** What whoever asks is told of a failure. What is not for them, and what nobody foresaw, goes to the log. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof RoutingError)) {
    log(error);
    return "The server could not do this.";
  }
  if (!PRIVATE.has(error.code)) return error.message;
  process.stderr.write(`${error.message}\n`);
  return "What is saved here cannot be reached now; the server’s log says why.";
}
