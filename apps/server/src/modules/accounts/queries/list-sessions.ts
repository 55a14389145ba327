import type { accounts } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { listLiveSessions } from "../store/sessions.ts";
import { viewSession } from "../views.ts";

export const listSessions: ReadAction<typeof accounts.listSessions> = async (tx, { actor }) => {
  const { account, sessionId } = requireAccount(actor);
  return (await listLiveSessions(tx, account.id)).map((row) => viewSession(row, sessionId));
};
