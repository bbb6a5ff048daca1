import { RoutingError } from "@/lib/domain/routing-error";

/** Runs what an argument's value is read by; if that fails, the error names the argument (and still the file). */
export async function forArgument<Result>(argument: string, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    // An artifact at fault is no argument's fault, and an error that names an argument already knows whose fault it is.
    if (!(error instanceof RoutingError) || error.code === "artifact_unusable" || error.parameter.startsWith("--")) {
      throw error;
    }
    throw new RoutingError({ code: error.code, parameter: argument, message: error.message });
  }
}
