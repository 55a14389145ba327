import type { workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { enterByInvitation } from "./admit.ts";

export const acceptInvitation: WriteAction<typeof workspaces.acceptInvitation> = async (tx, { actor, input }) =>
  (await enterByInvitation(tx, requireAccount(actor).account.id, input.token)).summary;
