import { models } from "@althing/contract";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { requireVersion } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireAddress } from "../address.ts";
import { requireProvider } from "../queries/require-provider.ts";
import { listModelRows } from "../store/models.ts";
import { lockProvider, updateProviderRow } from "../store/providers.ts";
import { viewProviderDetail } from "../views.ts";
import { announceProvider } from "./announce-provider.ts";
import { sealKey } from "./seal-key.ts";

/** Outside only because the key is sealed before a transaction opens. */
export const updateProvider: OutsideAction<typeof models.updateProvider> = async (platform, call) => {
  const { workspaceId, providerId, name, api, baseUrl, key, enabled } = call.input;
  const sealed = key === undefined ? {} : sealKey(platform, { workspace_id: workspaceId, id: providerId }, key);
  return platform.write(call.actor, async (tx) => {
    await requireProvider(tx, call);
    const before = (await lockProvider(tx, providerId)) ?? fail(models.ProviderNotFound);
    requireVersion(call, before.version);
    const isMoved = baseUrl !== undefined && baseUrl !== before.base_url;
    if (isMoved) requireAddress(before.kind, baseUrl, platform.config.egress.allowedHosts);
    // Else whoever may change the address could have the key sent to themself.
    if (isMoved && key === undefined && before.sealed_key !== null) fail(models.ProviderKeyNeeded);
    const changes = {
      ...(name !== undefined && name !== before.name && { name }),
      ...(api !== undefined && before.kind === "openai" && api !== before.api && { api }),
      ...(isMoved && { base_url: baseUrl }),
      ...(enabled !== undefined && enabled !== before.enabled && { enabled }),
      ...(key !== undefined && { ...sealed, key_set_at: key === null ? null : tx.now }),
    };
    if (Object.keys(changes).length === 0) return viewProviderDetail(before, await listModelRows(tx, [providerId]));
    // What was found wrong, or right, was so of what is no more.
    const forgotten = isMoved || key !== undefined ? { checked: JSON.stringify(null) } : {};
    return announceProvider(tx, await updateProviderRow(tx, before, { ...changes, ...forgotten }));
  });
};
