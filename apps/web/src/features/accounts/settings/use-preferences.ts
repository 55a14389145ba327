import type { accounts as contract } from "@althing/contract";
import { useCallback } from "react";
import { useClient, useReplica } from "../../../connection/index.ts";
import { useToast } from "../../../ui/toast.tsx";

type Changes = Parameters<ReturnType<typeof useClient>["accounts"]["updatePreferences"]>[0];

/** Your preferences, the same on all devices, and the way to change some; they change by the event, here too. */
export function usePreferences() {
  const { accounts } = useClient();
  const { showProblem } = useToast();
  const preferences: contract.Preferences | null = useReplica((replica) => replica.preferences);
  const change = useCallback(
    (changes: Changes) => void accounts.updatePreferences(changes).catch(showProblem),
    [accounts, showProblem],
  );
  return { preferences, change };
}
