import { type EndpointAnswer, jsonAnswer } from "./exchange";

/** One sentence, in OpenAI's envelope below /v1, as the pages' routes fail elsewhere. */
export function refusal(
  url: string,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): EndpointAnswer {
  const error = { message, type: "invalid_request_error", param: null, code: null };
  const document = url.startsWith("/v1/") ? { error } : { message };
  return jsonAnswer(document, { status, headers: { "Cache-Control": "no-store", ...headers } });
}
