import { createAllowedHosts } from "./allowed-hosts.ts";

/**
 * Whether a secret may be sent to an address: over TLS, or to a host that the operator let in. Nothing is resolved here: the way
 * out refuses addresses that are not public, at each request.
 */
export function mayBearSecrets(address: string, allowedHosts: readonly string[]): boolean {
  const { protocol, hostname, port } = new URL(address);
  if (protocol === "https:") return true;
  const host = hostname.replace(/^\[|\]$/g, "");
  return createAllowedHosts(allowedHosts).allow(host, host, Number(port || 80));
}
