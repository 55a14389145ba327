// The settings that are about oneself.
import { Bell, CircleUser, Keyboard, LockKeyhole, Palette, ShieldCheck } from "lucide-react";
import { useTranslations } from "use-intl";
import { laterSpoken } from "../../../i18n/index.ts";
import type { SettingsPage } from "../../../shell/index.ts";

export const settingsPages: readonly SettingsPage[] = [
  {
    path: "profile",
    group: "account",
    icon: CircleUser,
    useTitle: () => useTranslations("accounts.settings")("profile"),
    Component: laterSpoken("accounts", () => import("./profile/profile-settings.tsx"), "ProfileSettings"),
  },
  {
    path: "appearance",
    group: "account",
    icon: Palette,
    useTitle: () => useTranslations("accounts.settings")("appearance"),
    Component: laterSpoken("accounts", () => import("./appearance-settings.tsx"), "AppearanceSettings"),
  },
  {
    path: "notifications",
    group: "account",
    icon: Bell,
    useTitle: () => useTranslations("accounts.settings")("notifications"),
    Component: laterSpoken(
      "accounts",
      () => import("./notifications/notification-settings.tsx"),
      "NotificationSettings",
    ),
  },
  {
    path: "shortcuts",
    group: "account",
    icon: Keyboard,
    useTitle: () => useTranslations("accounts.settings")("shortcuts"),
    Component: laterSpoken("accounts", () => import("./shortcuts/shortcut-settings.tsx"), "ShortcutSettings"),
  },
  {
    path: "privacy",
    group: "account",
    icon: LockKeyhole,
    useTitle: () => useTranslations("accounts.settings")("privacy"),
    Component: laterSpoken("accounts", () => import("./privacy-settings.tsx"), "PrivacySettings"),
  },
  {
    path: "security",
    group: "account",
    icon: ShieldCheck,
    useTitle: () => useTranslations("accounts.settings")("security"),
    Component: laterSpoken("accounts", () => import("./security/security-settings.tsx"), "SecuritySettings"),
  },
];
