import type { accounts as contract } from "@althing/contract";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useClient, useConnection } from "../../../connection/index.ts";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { type Duration, endOf } from "./durations.ts";

/** What one does about oneself. The screen changes by the event; what fails is said in a toast. */
export function useSelf() {
  const t = useTranslations("accounts.self");
  const connection = useConnection();
  const { accounts } = useClient();
  const confirm = useConfirm();
  const { showProblem } = useToast();
  return useMemo(() => {
    const attempt = (action: Promise<unknown>): void => void action.catch(showProblem);
    return {
      setBusy: (duration: Duration) =>
        attempt(accounts.setBusy({ busy: true, until: endOf(duration, new Date())?.toISOString() ?? null })),
      endBusy: () => attempt(accounts.setBusy({ busy: false })),
      clearStatus: () => attempt(accounts.setStatus({})),
      setTheme: (theme: contract.Preferences["theme"]) => attempt(accounts.updatePreferences({ theme })),
      signOut: () => attempt(connection.signOut()),
      signOutEverywhere: async () => {
        const question = {
          title: t("signOutEverywhere"),
          description: t("signOutEverywhereHint"),
          action: t("signOut"),
          danger: true,
        };
        if (await confirm(question)) attempt(connection.signOut({ everywhere: true }));
      },
    };
  }, [t, connection, accounts, confirm, showProblem]);
}
