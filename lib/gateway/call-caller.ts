import type { LanguageModelV3CallOptions } from "@ai-sdk/provider";

/** Whose name it is: no provider of the SDK has it. */
const OURS = "routellm";

/** The call with who made it, for the model that keeps callers apart. */
export function withCaller(call: LanguageModelV3CallOptions, caller: string | undefined): LanguageModelV3CallOptions {
  if (caller === undefined) return call;
  return { ...call, providerOptions: { ...call.providerOptions, [OURS]: { caller } } };
}

/** The call as it goes to the provider, and who made it; "" where nobody says. */
export function takeCaller(call: LanguageModelV3CallOptions): {
  readonly caller: string;
  readonly options: LanguageModelV3CallOptions;
} {
  const { [OURS]: ours, ...providerOptions } = call.providerOptions ?? {};
  if (ours === undefined) return { caller: "", options: call };
  return { caller: String(ours.caller), options: { ...call, providerOptions } };
}
