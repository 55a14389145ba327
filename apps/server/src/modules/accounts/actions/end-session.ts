import { accounts } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { endSessions } from "./announce.ts";

export const endSession: WriteAction<typeof accounts.endSession> = async (tx, { actor, input }) => {
  const ended = await endSessions(tx, requireAccount(actor).account.id, "ended_by_owner", { only: input.sessionId });
  return ended === 0 ? fail(accounts.SessionNotFound) : null;
};
