import type { accounts } from "@althing/contract";
import { presenceOf } from "@althing/sdk";
import { useLiveStatus, useReplica } from "../../../connection/index.ts";

/** Someone of this workspace, yourself too; undefined for who has left it, or is not known yet. */
export const useProfile = (accountId: string): accounts.Profile | undefined =>
  useReplica(({ profiles, me }) => (me?.id === accountId ? me : profiles[accountId]));

/** Whether someone is there. Yourself you are as soon as this device is connected, before others are told. */
export function usePresence(accountId: string): accounts.PresenceState {
  const { state } = useLiveStatus();
  const isMe = useMyId() === accountId;
  const presence = useReplica((replica) => presenceOf(replica, accountId));
  return isMe && presence === "offline" && state === "live" ? "online" : presence;
}

/** Your own account's id. */
export const useMyId = (): string => useReplica(({ accountId }) => accountId) ?? "";

/** Yourself, with what only you see. */
export const useMe = (): accounts.Me | null => useReplica(({ me }) => me);
