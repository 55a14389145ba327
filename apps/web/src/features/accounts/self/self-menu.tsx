import type { accounts } from "@althing/contract";
import { Link, useParams } from "@tanstack/react-router";
import { BellOff, BellRing, CircleUser, Keyboard, LogOut, Palette, Settings, Smile, SmilePlus } from "lucide-react";
import { useTranslations } from "use-intl";
import { useAllCommands, useAppearance, useKeysOf, usePanel } from "../../../shell/index.ts";
import { MenuItem, MenuLink, MenuRadios, MenuSeparator, Submenu } from "../../../ui/menu-items.tsx";
import { busyDurations, useBusyUntil } from "./busy.ts";
import { statusDialog } from "./status-opener.ts";
import { themeIcons, themeKeys, themes } from "./themes.ts";
import { useSelf } from "./use-self.ts";

export function SelfMenu({ me }: { me: accounts.Me }) {
  const t = useTranslations("accounts.self");
  const names = useTranslations("accounts.themes");
  const self = useSelf();
  const { theme } = useAppearance();
  const { show } = usePanel();
  const { slug } = useParams({ from: "/w/$slug" });
  const shortcuts = useAllCommands().find(({ id }) => id === "shell.show_shortcuts");
  const keysOf = useKeysOf();
  const busyUntil = useBusyUntil(me.busy);
  const options = themes.map((value) => {
    const Icon = themeIcons[value];
    return { value, label: names(themeKeys[value]), icon: <Icon /> };
  });
  return (
    <>
      <MenuItem icon={me.status ? <Smile /> : <SmilePlus />} onClick={() => statusDialog.open(true)}>
        {me.status ? t("changeStatus") : t("setStatus")}
      </MenuItem>
      {me.busy ? (
        <MenuItem icon={<BellRing />} onClick={self.endBusy}>
          {t("endBusy")}
          {busyUntil && <span className="block text-ink-muted text-xs">{busyUntil}</span>}
        </MenuItem>
      ) : (
        <Submenu icon={<BellOff />} label={t("busy")}>
          {busyDurations.map((duration) => (
            <MenuItem key={duration} onClick={() => self.setBusy(duration)}>
              {t(`busyFor.${duration}`)}
            </MenuItem>
          ))}
        </Submenu>
      )}
      <MenuSeparator />
      <Submenu icon={<Palette />} label={t("theme")}>
        <MenuRadios options={options} value={theme} onValueChange={self.setTheme} />
      </Submenu>
      <MenuItem icon={<CircleUser />} onClick={() => show("profile", me.id)}>
        {t("profile")}
      </MenuItem>
      <MenuLink icon={<Settings />} render={<Link to="/w/$slug/settings/$page" params={{ slug, page: "profile" }} />}>
        {t("settings")}
      </MenuLink>
      {shortcuts && (
        <MenuItem icon={<Keyboard />} shortcut={keysOf(shortcuts)} onClick={shortcuts.run}>
          {t("shortcuts")}
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={<LogOut className="rtl:-scale-x-100" />} onClick={self.signOut}>
        {t("signOut")}
      </MenuItem>
    </>
  );
}
