import type { Platform } from "../../../kernel/platform.ts";
import type { ConnectionRow } from "../tables.ts";
import { clientOf } from "./client.ts";
import { fetchOf } from "./outgoing.ts";
import { tokensOf } from "./renew.ts";

/** Has the service forget the grant (RFC 7009), where it can. */
export async function revoke(platform: Platform, row: ConnectionRow): Promise<void> {
  const { revocationEndpoint } = row.service;
  if (revocationEndpoint === null) return;
  const { access, refresh } = tokensOf(platform, row);
  const { client_id, client_secret } = await clientOf(platform, row);
  const form = new URLSearchParams({
    token: refresh ?? access,
    token_type_hint: refresh === null ? "access_token" : "refresh_token",
    client_id,
    ...(client_secret !== undefined && { client_secret }),
  });
  const response = await fetchOf(platform)(revocationEndpoint, { method: "POST", body: form });
  await response.body?.cancel();
}
