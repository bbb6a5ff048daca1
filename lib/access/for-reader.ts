import { RoutingError } from "@/lib/domain/routing-error";
import { ANONYMOUS, currentVisitor } from "./visitor";

/**
 * A failure as it is told to whoever asks: what a provider said, which may quote a prompt, is for key holders, for people
 * who are signed in, and for the admin at the server's own machine.
 */
export async function forReader(error: unknown, caller?: { readonly name: string | undefined }): Promise<unknown> {
  if (!(error instanceof RoutingError) || error.publicMessage === error.message) return error;
  if (caller?.name !== undefined || (await currentVisitor()).id !== ANONYMOUS.id) return error;
  const { code, parameter, publicMessage: message, retryAfterSeconds } = error;
  return new RoutingError({ code, parameter, message, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });
}
