import type { z } from "zod";
import { RoutingError } from "@/lib/domain/routing-error";
import type { EndpointRequest } from "./exchange";
import { readBody } from "./read-body";

const refuse = (parameter: string, message: string): RoutingError =>
  new RoutingError({ code: "invalid_argument", parameter, message });

/**
 * What a route was called with. JSON only: a form of another site, which a visitor's browser would send without asking,
 * cannot say that it is.
 * @throws RoutingError naming the field at fault.
 */
export async function readJsonRequest<Schema extends z.ZodType>(options: {
  readonly request: EndpointRequest;
  readonly schema: Schema;
  readonly maximumBytes: number;
}): Promise<z.infer<Schema>> {
  const { request, schema, maximumBytes } = options;
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw refuse("content-type", "The request must be JSON, with the content type application/json.");
  }
  const text = await readBody(request, maximumBytes);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw refuse("body", "The request is not JSON; its body must be one JSON object.");
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join(".") ?? "";
  const problem = (issue?.message ?? "has the wrong shape").replace(/^[A-Z][a-z ]+: /, "is not as it should be: ");
  throw refuse(field, `${field === "" ? "The request" : field} ${problem.replace(/\.$/, "")}.`);
}
