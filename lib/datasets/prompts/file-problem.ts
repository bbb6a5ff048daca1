import { RoutingError } from "@/lib/domain/routing-error";

/** A fault of a user's file; `line` (from 1) where it is one line's. */
export const fileProblem = (options: { name: string; line?: number; problem: string }): RoutingError => {
  const { name, line, problem } = options;
  const message = line === undefined ? `${name} ${problem}.` : `${name}, line ${line}: ${problem}.`;
  return new RoutingError({ code: "invalid_data", parameter: name, message });
};
