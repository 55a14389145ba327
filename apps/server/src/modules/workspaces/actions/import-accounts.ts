import { feedOf, workspaces } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { createImportedAccounts, listProfiles } from "../../accounts/index.ts";
import { insertImported, listImported } from "../store/imported-accounts.ts";
import { insertMembers } from "../store/members.ts";
import { lockWorkspace } from "../store/workspaces.ts";
import { viewMember } from "../views.ts";

type Input = (typeof workspaces.importAccounts.input)["_zod"]["output"];

export const importAccounts: WriteAction<typeof workspaces.importAccounts> = async (tx, { input }) => {
  const { workspaceId, source } = input;
  // One after another, so that the same name gets the same account.
  await lockWorkspace(tx, workspaceId);
  const names = [...new Set(input.names)];
  const known = new Map(
    (await listImported(tx, workspaceId, source, names)).map((row) => [row.external_name, row.account_id]),
  );
  const added = await addImported(
    tx,
    input,
    names.filter((name) => !known.has(name)),
  );
  const all = new Map([...known, ...added]);
  const profiles = await listProfiles(tx, [...all.values()]);
  return [...all].map(([externalName, accountId]) => ({
    externalName,
    accountId,
    handle: profiles.get(accountId)?.handle ?? "",
    created: added.has(externalName),
  }));
};

/** Makes members of the names: they were there, though nobody can sign in as them. */
async function addImported(tx: WriteTx, { workspaceId, source }: Input, names: readonly string[]) {
  if (names.length === 0) return new Map();
  const refs = await createImportedAccounts(tx, names);
  const ids = refs.map(({ id }) => id);
  const added = new Map(names.flatMap((name, index) => (ids[index] ? [[name, ids[index]] as const] : [])));
  const rows = [...added].map(([name, id]) => ({ external_name: name, account_id: id, workspace_id: workspaceId }));
  await insertImported(
    tx,
    rows.map((row) => ({ ...row, source })),
  );
  const members = await insertMembers(
    tx,
    ids.map((id) => ({ workspace_id: workspaceId, account_id: id, roles: ["member"], joined_at: tx.now })),
  );
  const profiles = await listProfiles(tx, ids);
  for (const row of members) {
    const profile = profiles.get(row.account_id);
    if (!profile) continue;
    tx.emit(workspaces.MemberJoined, feedOf.workspace(workspaceId), { member: viewMember(profile, row) });
  }
  return added;
}
