import { readEnvironment } from "./read-environment";

/** Who may reach what. */
export type AccessSettings = {
  /** Of the first admin; undefined where this machine's own visitors are the admins. A secret. */
  readonly password: string | undefined;
  /** Host names in lower case. */
  readonly hosts: readonly string[];
  readonly open: boolean;
  readonly insistOnKeys: boolean;
  /** Whether the last address of X-Forwarded-For is a proxy's word, and not the client's. */
  readonly isProxied: boolean;
};

/** @throws RoutingError naming the variable that is not as it should be. */
export function readAccessSettings(): AccessSettings {
  const environment = readEnvironment();
  return {
    password: environment.ROUTELLM_PASSWORD,
    hosts: environment.ROUTELLM_HOSTS,
    open: environment.ROUTELLM_OPEN === "true",
    insistOnKeys: environment.ROUTELLM_INSIST_ON_KEYS === "true",
    isProxied: environment.ROUTELLM_PROXY === "true",
  };
}
