import type { Platform } from "../../../kernel/platform.ts";
import type { ModelEndpoint } from "../../../platform/models/index.ts";
import { providerKey } from "../sealed.ts";
import type { ProviderRow } from "../tables.ts";

/** What breakers know a key by: a new key is given a new chance. */
export const credentialOf = ({ id, key_fingerprint }: Pick<ProviderRow, "id" | "key_fingerprint">): string =>
  `${id} ${key_fingerprint ?? "no key"}`;

/** Where and with which key a provider is spoken to. The only place where a key is opened. */
export function openEndpoint({ secrets }: Pick<Platform, "secrets">, row: ProviderRow): Omit<ModelEndpoint, "modelId"> {
  const { id, workspace_id, kind, api, base_url, sealed_key } = row;
  return {
    kind,
    ...(api && { api }),
    baseUrl: base_url,
    apiKey: sealed_key === null ? null : providerKey.open(secrets, [workspace_id, id], sealed_key),
    credentialId: credentialOf(row),
  };
}
