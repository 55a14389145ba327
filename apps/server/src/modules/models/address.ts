// Where a key may be sent: over TLS, or to a host that the operator let in.
import { models } from "@althing/contract";
import { fail } from "../../kernel/failure.ts";
import { mayBearSecrets } from "../../platform/egress/index.ts";

export function requireAddress(
  kind: models.ProviderKind,
  baseUrl: string | null,
  allowedHosts: readonly string[],
): void {
  const isMissing = baseUrl === null && kind === "compatible";
  if (isMissing || (baseUrl !== null && !mayBearSecrets(baseUrl, allowedHosts))) fail(models.ProviderAddressRefused);
}
