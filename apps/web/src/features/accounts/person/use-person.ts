import type { accounts } from "@althing/contract";
import { presenceOf } from "@althing/sdk";
import { useReplica } from "../../../connection/index.ts";

/** Someone of this workspace, yourself too; undefined for who has left it, or is not known yet. */
export const useProfile = (accountId: string): accounts.Profile | undefined =>
  useReplica(({ profiles, me }) => (me?.id === accountId ? me : profiles[accountId]));

export const usePresence = (accountId: string): accounts.PresenceState =>
  useReplica((replica) => presenceOf(replica, accountId));

/** Your own account's id. */
export const useMyId = (): string => useReplica(({ accountId }) => accountId) ?? "";

/** Yourself, with what only you see. */
export const useMe = (): accounts.Me | null => useReplica(({ me }) => me);
