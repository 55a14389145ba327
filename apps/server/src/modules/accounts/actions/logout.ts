import type { accounts } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { WithCookies } from "../../../kernel/call.ts";
import { refreshCookie } from "../signing-in.ts";
import { endSessions } from "./announce.ts";

export const logout: WriteAction<typeof accounts.logout> = async (tx, { actor }) => {
  const { account, sessionId } = requireAccount(actor);
  await endSessions(tx, account.id, "logout", { only: sessionId });
  return new WithCookies(null, [refreshCookie(null)]);
};
