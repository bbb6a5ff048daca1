import { lookup } from "node:dns/promises";
import { RoutingError } from "@/lib/domain/routing-error";
import { readAccessSettings } from "@/lib/runtime/access-settings";
import { readAlternativeSettings } from "@/lib/runtime/alternative-settings";
import { readGatewaySettings } from "@/lib/runtime/gateway-settings";
import { perProcess } from "@/lib/runtime/once-per-process";
import { isLoopbackAddress } from "./loopback";

/** Without -H: `localhost` is one or the other. */
const LOOPBACK = ["127.0.0.1", "::1"] as const;

const exposure = perProcess("exposure", () => ({ needsKeys: false }));

/**
 * Whether /v1 and /metrics answer with a key only, also where no key is set.
 * @param insistOnKeys as it was read: to read the environment at each request takes as long as to route it.
 */
export const keysAreNeeded = (insistOnKeys = readAccessSettings().insistOnKeys): boolean =>
  exposure().needsKeys || insistOnKeys;

/** The variables that make calls to somebody who takes money, or may. */
function realProviders(): readonly string[] {
  const { mf, causalLlm } = readAlternativeSettings();
  return [
    ...(readGatewaySettings().models === undefined ? [] : ["ROUTELLM_STRONG_MODEL"]),
    ...(mf === undefined ? [] : ["ROUTELLM_MF_CHECKPOINT"]),
    ...(causalLlm === undefined ? [] : ["ROUTELLM_CAUSAL_LLM_MODEL"]),
  ];
}

/**
 * Where the server is to listen: on this machine alone unless a host is given. One that others can reach spends nobody's
 * money by accident: with real providers it takes a password for the pages, and keys at /v1.
 * @param hostname as `-H` gives it.
 * @param warn hears what was overridden.
 * @throws RoutingError that says what to set.
 */
export async function planListening(
  hostname: string | undefined,
  warn: (sentence: string) => void,
): Promise<readonly string[]> {
  if (hostname === undefined || hostname === "localhost") return LOOPBACK;
  const found = await lookup(hostname, { all: true }).catch(() => {
    const message = `-H must be an address of this machine, such as 0.0.0.0, but it was ${hostname}.`;
    throw new RoutingError({ code: "invalid_argument", parameter: "-H", message });
  });
  if (found.every(({ address }) => isLoopbackAddress(address))) return [hostname];
  const { password, open } = readAccessSettings();
  const [provider] = realProviders();
  if (provider === undefined) return [hostname];
  exposure().needsKeys = !open;
  if (open) {
    warn(
      `ROUTELLM_OPEN=true: without keys (ROUTELLM_API_KEYS) all who reach ${hostname} can spend on the models of ${provider}.`,
    );
  } else if (password === undefined) {
    const message = `With real models (${provider}) an open address (-H ${hostname}) needs a password for the pages: set ROUTELLM_PASSWORD, and ROUTELLM_API_KEYS for /v1 (or ROUTELLM_OPEN=true to do without).`;
    throw new RoutingError({ code: "invalid_argument", parameter: "ROUTELLM_PASSWORD", message });
  }
  return [hostname];
}
