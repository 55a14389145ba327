import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { useConfirm } from "./confirm-dialog.tsx";

/** Asks before one leaves a page with changes that were not saved. */
export function useUnsaved(isUnsaved: boolean): void {
  const t = useTranslations("ui.unsaved");
  const confirm = useConfirm();
  const { history } = useRouter();
  useEffect(() => {
    if (!isUnsaved) return;
    return history.block({
      blockerFn: async ({ currentLocation, nextLocation: { pathname } }) => {
        // A side panel leaves the page where it is; where the session has ended, nothing could be saved any more.
        if (pathname === currentLocation.pathname || pathname === "/sign-in") return false;
        const question = { title: t("title"), description: t("hint"), action: t("leave"), cancel: t("stay") };
        return !(await confirm({ ...question, danger: true }));
      },
    });
  }, [history, isUnsaved, t, confirm]);
}
