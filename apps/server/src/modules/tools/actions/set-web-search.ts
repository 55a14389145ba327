import { feedOf, models, tools, type workspaces } from "@althing/contract";
import type { OutsideAction, ReadAction, WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { mayBearSecrets } from "../../../platform/egress/index.ts";
import { hintOf } from "../../../platform/secrets/index.ts";
import { listOwnTools } from "../queries/own-tools.ts";
import { wakeSource } from "../sources/guard.ts";
import { deleteWebSearch, findWebSearchRow, putWebSearch } from "../store/web-searches.ts";
import type { WebSearchRow } from "../tables.ts";
import { viewBuiltInSource, viewWebSearch } from "../views.ts";
import { webSearchKey } from "../web-search/key.ts";
import { webSearchProviders } from "../web-search/providers.ts";
import { breakerOf } from "../web-search/search-web.ts";

export const getWebSearch: ReadAction<typeof tools.getWebSearch> = async (tx, { input }) => {
  const row = await findWebSearchRow(tx, input.workspaceId);
  return row ? viewWebSearch(row) : null;
};

/** Outside only because the key is sealed before a transaction opens. */
export const setWebSearch: OutsideAction<typeof tools.setWebSearch> = async (platform, call) => {
  const { workspaceId, kind, baseUrl, key } = call.input;
  if (baseUrl !== null && !mayBearSecrets(baseUrl, platform.config.egress.allowedHosts))
    fail(models.ProviderAddressRefused);
  const sealed = key ? seal(platform.secrets, workspaceId, key) : noKey;
  return platform.write(call.actor, async (tx) => {
    const before = await findWebSearchRow(tx, workspaceId);
    const kept = key === undefined ? keptKey(before, kind, baseUrl) : sealed;
    if (kept.sealed_key === null && webSearchProviders[kind].needsKey) fail(tools.WebSearchKeyNeeded);
    const chosen = { workspace_id: workspaceId, kind, base_url: baseUrl, updated_at: tx.now };
    const row = await putWebSearch(tx, { ...chosen, ...kept });
    wakeSource(breakerOf(workspaceId));
    await announce(tx, workspaceId);
    return viewWebSearch(row);
  });
};

export const removeWebSearch: WriteAction<typeof tools.removeWebSearch> = async (tx, { input }) => {
  await deleteWebSearch(tx, input.workspaceId);
  await announce(tx, input.workspaceId);
  return null;
};

type Key = Pick<WebSearchRow, "sealed_key" | "key_ending">;
const noKey: Key = { sealed_key: null, key_ending: null };

const seal = (
  secrets: Parameters<typeof webSearchKey.seal>[0],
  workspaceId: workspaces.WorkspaceId,
  key: string,
): Key => ({ sealed_key: webSearchKey.seal(secrets, workspaceId, key), key_ending: hintOf(key).ending });

/** A key goes nowhere but where it was entered for: for another place there is none. */
const keptKey = (before: WebSearchRow | undefined, kind: tools.WebSearchKind, baseUrl: string | null): Key =>
  before?.kind === kind && before.base_url === baseUrl ? before : noKey;

/** One tool more or less of Althing's own: that is all that the workspace is told. */
async function announce(tx: WriteTx, workspaceId: workspaces.WorkspaceId): Promise<void> {
  const source = viewBuiltInSource(workspaceId, (await listOwnTools(tx, workspaceId)).length);
  tx.emit(tools.ToolSourceChanged, feedOf.workspace(workspaceId), { source });
}
