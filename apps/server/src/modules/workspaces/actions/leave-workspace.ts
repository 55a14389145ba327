import type { workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { depart } from "./depart.ts";
import { lockStandings } from "./lock-standings.ts";

export const leaveWorkspace: WriteAction<typeof workspaces.leaveWorkspace> = async (tx, { actor, input }) => {
  const { id: accountId } = requireAccount(actor).account;
  const { mine } = await lockStandings(tx, accountId, { workspaceId: input.workspaceId, accountId });
  await depart(tx, mine);
  return null;
};
