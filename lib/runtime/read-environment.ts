import { RoutingError } from "@/lib/domain/routing-error";
import { type Environment, environmentSchema } from "@/lib/schemas/settings/environment";

/**
 * The only reader of process.env. Read at each call, so that a test may set a variable first.
 * @throws RoutingError that names the first variable that is not as it should be.
 */
export function readEnvironment(): Environment {
  const parsed = environmentSchema.safeParse(process.env);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const name = String(issue?.path[0] ?? "environment");
  throw new RoutingError({
    code: "invalid_argument",
    parameter: name,
    message: `${name} ${issue?.message ?? "is not as it should be"}; .env.example explains it.`,
  });
}

/** Whether serve.mjs has started this process, and not `next dev`, a command or a test. */
export const isServerOfBuild = (): boolean => process.env.NODE_ENV === "production";
