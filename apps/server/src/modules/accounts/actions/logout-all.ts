import type { accounts } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { WithCookies } from "../../../kernel/call.ts";
import { refreshCookie } from "../signing-in.ts";
import { endSessions } from "./announce.ts";

export const logoutAll: WriteAction<typeof accounts.logoutAll> = async (tx, { actor }) => {
  const ended = await endSessions(tx, requireAccount(actor).account.id, "logout_all");
  return new WithCookies({ ended }, [refreshCookie(null)]);
};
