import { BlockList, isIPv6 } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Also IPv4 addresses as IPv6 writes them, `::ffff:127.0.0.1`. */
export const isLoopbackAddress = (address: string): boolean =>
  loopback.check(address, isIPv6(address) ? "ipv6" : "ipv4");

/** @param host a Host header. @returns its name without the port, in lower case; undefined where it is none. */
export function hostNameOf(host: string | undefined): string | undefined {
  if (host === undefined || !/^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i.test(host)) return undefined;
  return host.replace(/:\d+$/, "").toLowerCase();
}

/** Names that a browser never asks a name server of somebody else about. */
export function isLoopbackName(name: string): boolean {
  const bare = name.replace(/^\[(.*)\]$/, "$1");
  return name === "localhost" || isLoopbackAddress(bare);
}

/** What proxies add: with one of them on the way, the connection says nothing about who asks. */
const FORWARDING =
  /^(forwarded|via|client-ip|true-client-ip|cf-connecting-ip|fastly-client-ip|x-(forwarded(-.*)?|real-ip|client-ip|cluster-client-ip|original-forwarded-for|envoy-external-address))$/;

/** The connection is from this machine, it asks for this machine, and nobody has passed it on. */
export function comesFromThisMachine(request: {
  readonly address: string | undefined;
  readonly host: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}): boolean {
  const name = hostNameOf(request.host);
  return (
    request.address !== undefined &&
    isLoopbackAddress(request.address) &&
    name !== undefined &&
    isLoopbackName(name) &&
    !Object.keys(request.headers).some((header) => FORWARDING.test(header))
  );
}
