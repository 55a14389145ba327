import type { Platform } from "../../../kernel/platform.ts";
import { hintOf } from "../../../platform/secrets/index.ts";
import { providerKey } from "../sealed.ts";
import type { ProviderRow } from "../tables.ts";

/** A key as it is kept: sealed for its row, and what may be shown of it. */
export function sealKey(
  { secrets }: Pick<Platform, "secrets">,
  { workspace_id, id }: Pick<ProviderRow, "workspace_id" | "id">,
  key: string | null,
): Pick<ProviderRow, "sealed_key" | "key_ending" | "key_fingerprint"> {
  if (key === null) return { sealed_key: null, key_ending: null, key_fingerprint: null };
  const { ending, fingerprint } = hintOf(key);
  const sealed_key = providerKey.seal(secrets, [workspace_id, id], key);
  return { sealed_key, key_ending: ending, key_fingerprint: fingerprint };
}
