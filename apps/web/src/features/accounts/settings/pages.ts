// The settings that are about oneself.
import { Bell, CircleUser, Keyboard, LockKeyhole, Palette, ShieldCheck } from "lucide-react";
import { type ComponentType, lazy } from "react";
import { useTranslations } from "use-intl";
import { spokenLater } from "../../../i18n/index.ts";
import type { SettingsPage } from "../../../shell/index.ts";

const load = (component: () => Promise<ComponentType>) =>
  lazy(async () => ({ default: spokenLater("accounts", await component()) }));

export const settingsPages: readonly SettingsPage[] = [
  {
    path: "profile",
    group: "account",
    icon: CircleUser,
    useTitle: () => useTranslations("accounts.settings")("profile"),
    Component: load(async () => (await import("./profile/profile-settings.tsx")).ProfileSettings),
  },
  {
    path: "appearance",
    group: "account",
    icon: Palette,
    useTitle: () => useTranslations("accounts.settings")("appearance"),
    Component: load(async () => (await import("./appearance-settings.tsx")).AppearanceSettings),
  },
  {
    path: "notifications",
    group: "account",
    icon: Bell,
    useTitle: () => useTranslations("accounts.settings")("notifications"),
    Component: load(async () => (await import("./notifications/notification-settings.tsx")).NotificationSettings),
  },
  {
    path: "shortcuts",
    group: "account",
    icon: Keyboard,
    useTitle: () => useTranslations("accounts.settings")("shortcuts"),
    Component: load(async () => (await import("./shortcuts/shortcut-settings.tsx")).ShortcutSettings),
  },
  {
    path: "privacy",
    group: "account",
    icon: LockKeyhole,
    useTitle: () => useTranslations("accounts.settings")("privacy"),
    Component: load(async () => (await import("./privacy-settings.tsx")).PrivacySettings),
  },
  {
    path: "security",
    group: "account",
    icon: ShieldCheck,
    useTitle: () => useTranslations("accounts.settings")("security"),
    Component: load(async () => (await import("./security/security-settings.tsx")).SecuritySettings),
  },
];
