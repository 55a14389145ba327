import { workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { mayGive } from "../policy.ts";
import { loadRoles } from "../queries/roles.ts";
import { depart } from "./depart.ts";
import { lockStandings } from "./lock-standings.ts";

export const removeMember: WriteAction<typeof workspaces.removeMember> = async (tx, { actor, input }) => {
  const { mine, theirs } = await lockStandings(tx, requireAccount(actor).account.id, input);
  const known = await loadRoles(tx, input.workspaceId);
  const mayTakeAll = theirs.roles.every((name) => mayGive(mine, known.get(name) ?? { name, permissions: [] }));
  if (!mayTakeAll) fail(workspaces.RoleTooHigh);
  await depart(tx, theirs);
  return null;
};
