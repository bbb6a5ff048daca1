import { MAX_PROMPT_FILE_BYTES } from "@/lib/domain/prompt-file";
import { ERROR_CODES, RoutingError } from "@/lib/domain/routing-error";
import { completeChat } from "@/lib/endpoint/complete-chat";
import { type Endpoint, getEndpoint } from "@/lib/endpoint/endpoint";
import { readHealth } from "@/lib/endpoint/health";
import { listModels } from "@/lib/endpoint/list-models";
import { apiErrorAnswer } from "@/lib/http/api-error";
import {
  type EndpointAnswer,
  type EndpointRequest,
  fromStreamedResponse,
  fromWebResponse,
  jsonAnswer,
  toWebResponse,
} from "@/lib/http/exchange";
import { receiveUploadResponse } from "@/lib/pages/calibrate/uploads-response";
import { chatAnswerResponse } from "@/lib/pages/chat/chat-answer";
import { scoresRoute } from "@/lib/pages/playground/scores-response";
import { describeUnexpectedError } from "@/lib/runtime/describe-unexpected-error";

const NO_STORE = { "Cache-Control": "no-store" };

export type EndpointRoute = (request: EndpointRequest) => Promise<EndpointAnswer>;

/** Answers with the endpoint of this process, or says why there is none. */
const withEndpoint =
  (answer: (request: EndpointRequest, endpoint: Endpoint) => Promise<EndpointAnswer>): EndpointRoute =>
  async (request) => {
    let endpoint: Endpoint | undefined;
    try {
      endpoint = getEndpoint();
      return await answer(request, endpoint);
    } catch (error) {
      if (!(error instanceof RoutingError)) endpoint?.log.error(describeUnexpectedError(error), "unforeseen");
      return apiErrorAnswer(error);
    }
  };

/** What programs ask for, large bodies and what comes by the hundred, by method and path; people's pages are Next's. */
export const ENDPOINT_ROUTES = {
  "POST /v1/chat/completions": withEndpoint(completeChat),
  "GET /v1/models": withEndpoint(async (request, { keys }) => {
    await keys.identify(request.headers.get("authorization"));
    return jsonAnswer({ object: "list", data: await listModels() }, { headers: NO_STORE });
  }),
  /** For the same keys as /v1: what a company spends is not for everybody. */
  "GET /metrics": withEndpoint(async (request, { keys, metrics }) => {
    await keys.identify(request.headers.get("authorization"));
    const { body, contentType } = await metrics.text();
    return { status: 200, headers: { ...NO_STORE, "Content-Type": contentType }, body };
  }),
  "GET /health": async () => {
    const health = await readHealth();
    const status = health.status === "ok" ? 200 : ERROR_CODES.artifact_unusable.httpStatus;
    return jsonAnswer(health, { status, headers: NO_STORE });
  },
  "POST /scores": scoresRoute,
  /** Here, since hundreds at once held everybody up for seconds in Next. */
  "POST /chat/answers": async (request) => fromStreamedResponse(await chatAnswerResponse(request)),
  /** Here, where a refusal reaches a client that is still sending: Next would end the connection first. */
  "POST /calibrate/uploads": async (request) =>
    fromWebResponse(await receiveUploadResponse(request), {
      passOver: { bytes: 2 * MAX_PROMPT_FILE_BYTES, ms: 30_000 },
    }),
} as const satisfies Readonly<Record<string, EndpointRoute>>;

/** The same as a route of Next, for `next dev` and for what the listener leaves to Next (HEAD, OPTIONS, other methods). */
export const webRoute =
  (name: keyof typeof ENDPOINT_ROUTES) =>
  async (request: Request): Promise<Response> =>
    toWebResponse(await ENDPOINT_ROUTES[name](request));
