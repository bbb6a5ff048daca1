import type { z } from "zod";
import { forReader } from "@/lib/access/for-reader";
import { type ErrorCode, RoutingError } from "@/lib/domain/routing-error";

/** The one shape in which a server action refuses or fails. */
export type ActionError = {
  readonly error: { readonly code: ErrorCode | "internal"; readonly parameter: string; readonly message: string };
};

/**
 * Parses what a server action was called with, answers it, and turns errors into data: what people are meant to read
 * reaches them as it is, anything else is logged and reaches them as a neutral sentence.
 */
export async function answerAction<Schema extends z.ZodType, Answer>(options: {
  readonly schema: Schema;
  readonly request: unknown;
  readonly answer: (request: z.infer<Schema>) => Promise<Answer>;
}): Promise<Answer | ActionError> {
  const parsed = options.schema.safeParse(options.request);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const message = issue?.message ?? "The request has the wrong shape.";
    return { error: { code: "invalid_argument", parameter: issue?.path.join(".") ?? "", message } };
  }
  try {
    return await options.answer(parsed.data);
  } catch (thrown) {
    const error = await forReader(thrown);
    if (error instanceof RoutingError) {
      return { error: { code: error.code, parameter: error.parameter, message: error.message } };
    }
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return { error: { code: "internal", parameter: "", message: "The server could not score this prompt." } };
  }
}
