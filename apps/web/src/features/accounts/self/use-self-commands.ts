import { useNavigate, useParams } from "@tanstack/react-router";
import { BellOff, BellRing, CircleUser, LogOut, Settings, Smile } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { type Command, useCommands, usePanel } from "../../../shell/index.ts";
import { useMe } from "../person/use-person.ts";
import { busyDurations } from "./busy.ts";
import { statusDialog } from "./status-opener.ts";
import { themeIcons, themeKeys, themes } from "./themes.ts";
import { useSelf } from "./use-self.ts";

/** Everything about oneself that can be done from anywhere. */
export function useSelfCommands(): void {
  const t = useTranslations("accounts");
  const me = useMe();
  const { slug } = useParams({ from: "/w/$slug" });
  const navigate = useNavigate();
  const { show } = usePanel();
  const self = useSelf();
  const [myId, hasStatus, isBusy] = [me?.id, Boolean(me?.status), Boolean(me?.busy)];
  const commands = useMemo(() => {
    const group = t("group");
    const busy: Omit<Command, "group">[] = isBusy
      ? [{ id: "accounts.end_busy", title: t("self.endBusy"), icon: BellRing, run: self.endBusy }]
      : busyDurations.map((duration) => ({
          id: `accounts.set_busy.${duration}`,
          title: t("commands.busy", { duration: t(`self.busyFor.${duration}`) }),
          icon: BellOff,
          run: () => self.setBusy(duration),
        }));
    const looks: Omit<Command, "group">[] = themes.map((theme) => ({
      id: `accounts.set_theme.${theme}`,
      title: t("commands.theme", { theme: t(`themes.${themeKeys[theme]}`) }),
      icon: themeIcons[theme],
      run: () => self.setTheme(theme),
    }));
    const all: Omit<Command, "group">[] = [
      {
        id: "accounts.open_settings",
        title: t("commands.settings"),
        icon: Settings,
        keys: "mod+,",
        run: () => void navigate({ to: "/w/$slug/settings/$page", params: { slug, page: "profile" } }),
      },
      { id: "accounts.set_status", title: t("self.setStatus"), icon: Smile, run: () => statusDialog.open(true) },
      ...(hasStatus
        ? [{ id: "accounts.clear_status", title: t("status.clear"), icon: Smile, run: self.clearStatus }]
        : []),
      ...busy,
      ...looks,
      ...(myId
        ? [
            {
              id: "accounts.show_profile",
              title: t("commands.profile"),
              icon: CircleUser,
              run: () => show("profile", myId),
            },
          ]
        : []),
      { id: "accounts.sign_out", title: t("self.signOut"), icon: LogOut, run: self.signOut },
      {
        id: "accounts.sign_out_everywhere",
        title: t("self.signOutEverywhere"),
        icon: LogOut,
        run: () => void self.signOutEverywhere(),
      },
    ];
    return all.map((command) => ({ ...command, group }));
  }, [t, myId, hasStatus, isBusy, slug, navigate, show, self]);
  useCommands(commands);
}
