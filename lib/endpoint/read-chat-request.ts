import type { z } from "zod";
import { RoutingError } from "@/lib/domain/routing-error";
import type { EndpointRequest } from "@/lib/http/exchange";
import { type ReadBodyOptions, readBody } from "@/lib/http/read-body";
import { type ChatCompletionRequest, chatCompletionRequestSchema } from "@/lib/schemas/web/chat-completion-request";

const refuse = (parameter: string, message: string): RoutingError =>
  new RoutingError({ code: "invalid_argument", parameter, message });

/**
 * What `/v1/chat/completions` is asked. JSON only: a form of another site, which a visitor's browser would send without
 * asking, cannot say that it is.
 * @throws RoutingError naming the field as OpenAI does, `messages[0].content`.
 */
export async function readChatRequest(
  request: EndpointRequest,
  maximumBytes: number,
  options?: ReadBodyOptions,
): Promise<ChatCompletionRequest> {
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw refuse("content-type", "The request must be JSON, with the content type application/json.");
  }
  const text = await readBody(request, maximumBytes, options);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw refuse("body", "The request is not JSON; its body must be one JSON object.");
  }
  const parsed = chatCompletionRequestSchema.safeParse(body);
  if (parsed.success) return parsed.data;
  const { path, message } = innermost(parsed.error.issues, []);
  const field = path.reduce<string>(
    (name, key) => (typeof key === "number" ? `${name}[${key}]` : name === "" ? String(key) : `${name}.${String(key)}`),
    "",
  );
  const sentence = `${field === "" ? "The request" : field} ${inWords(message).replace(/\.$/, "")}.`;
  throw refuse(field === "" ? "body" : field, sentence);
}

type Found = { readonly path: readonly PropertyKey[]; readonly message: string };

/** The first issue; of a choice between shapes, that of the shape that fits furthest. */
function innermost(issues: readonly z.core.$ZodIssue[], above: readonly PropertyKey[]): Found {
  const [issue] = issues;
  if (issue === undefined) return { path: above, message: "has the wrong shape" };
  const path = [...above, ...issue.path];
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return { path, message: issue.message };
  const found = issue.errors.map((branch) => innermost(branch, path));
  return found.reduce((best, next) => (next.path.length > best.path.length ? next : best));
}

/** The schema's own words are sentences already; the library's begin with a kind of failure. */
function inWords(message: string): string {
  if (message.endsWith("received undefined")) return "is missing";
  return message.replace(/^[A-Z][a-z ]+: /, "is not as it should be: ");
}
