import "server-only";
import { RoutingError } from "@/lib/domain/routing-error";
import { apiErrorResponse } from "./api-error";
import { completeChat } from "./complete-chat";
import { describeUnforeseen } from "./describe-unforeseen";
import { type Endpoint, getEndpoint } from "./endpoint";
import { listModels } from "./list-models";

const NO_STORE = { "Cache-Control": "no-store" };

/** Answers with the endpoint of this process, or says why there is none. */
async function withEndpoint(answer: (endpoint: Endpoint) => Promise<Response>): Promise<Response> {
  let endpoint: Endpoint | undefined;
  try {
    endpoint = getEndpoint();
    return await answer(endpoint);
  } catch (error) {
    if (!(error instanceof RoutingError)) endpoint?.log.error(describeUnforeseen(error), "unforeseen");
    return apiErrorResponse(error);
  }
}

/** `POST /v1/chat/completions`. */
export const completeChatResponse = (request: Request): Promise<Response> =>
  withEndpoint((endpoint) => completeChat(request, endpoint));

/** `GET /v1/models`. */
export const listModelsResponse = (request: Request): Promise<Response> =>
  withEndpoint(async ({ keys }) => {
    keys.identify(request.headers.get("authorization"));
    return Response.json({ object: "list", data: await listModels() }, { headers: NO_STORE });
  });

/** `GET /metrics`, for the same keys as /v1: what a company spends is not for everybody. */
export const metricsResponse = (request: Request): Promise<Response> =>
  withEndpoint(async ({ keys, metrics }) => {
    keys.identify(request.headers.get("authorization"));
    const { body, contentType } = await metrics.text();
    return new Response(body, { headers: { ...NO_STORE, "Content-Type": contentType } });
  });
