// Where a key may be sent: over TLS, or to a host that the operator let in.
import { models } from "@althing/contract";
import { fail } from "../../kernel/failure.ts";
import { createAllowedHosts } from "../../platform/egress/index.ts";

/** Nothing is resolved here: the way out refuses addresses that are not public, at each request. */
export function requireAddress(
  kind: models.ProviderKind,
  baseUrl: string | null,
  allowedHosts: readonly string[],
): void {
  if (baseUrl === null) {
    if (kind === "compatible") fail(models.ProviderAddressRefused);
    return;
  }
  const { protocol, hostname, port } = new URL(baseUrl);
  if (protocol === "https:") return;
  const host = hostname.replace(/^\[|\]$/g, "");
  if (!createAllowedHosts(allowedHosts).allow(host, host, Number(port || 80))) fail(models.ProviderAddressRefused);
}
