import { Building2, KeyRound, MailPlus, SmilePlus, UsersRound } from "lucide-react";
import { useTranslations } from "use-intl";
import { later } from "../../parts/index.ts";
import type { Feature, SettingsPage } from "../../shell/index.ts";
import { WorkspaceSwitcher } from "./head/workspace-switcher.tsx";
import { PeopleLine } from "./navigation.tsx";
import { Resident } from "./resident.tsx";
import { usePermission } from "./use-permission.ts";

const settings: readonly SettingsPage[] = [
  {
    path: "general",
    group: "workspace",
    useTitle: () => useTranslations("workspaces")("general.title"),
    icon: Building2,
    Component: later(() => import("./settings/general-settings.tsx"), "GeneralSettings"),
  },
  {
    path: "members",
    group: "workspace",
    useTitle: () => useTranslations("workspaces")("members.title"),
    icon: UsersRound,
    Component: later(() => import("./settings/member-settings.tsx"), "MemberSettings"),
  },
  {
    path: "roles",
    group: "workspace",
    useTitle: () => useTranslations("workspaces")("roles.title"),
    icon: KeyRound,
    Component: later(() => import("./settings/role-settings.tsx"), "RoleSettings"),
  },
  {
    path: "invitations",
    group: "workspace",
    useTitle: () => useTranslations("workspaces")("invitations.title"),
    useIsVisible: () => usePermission("invitation.manage"),
    icon: MailPlus,
    Component: later(() => import("./settings/invitation-settings.tsx"), "InvitationSettings"),
  },
  {
    path: "emoji",
    group: "workspace",
    useTitle: () => useTranslations("workspaces")("emoji.title"),
    icon: SmilePlus,
    Component: later(() => import("./settings/emoji-settings.tsx"), "EmojiSettings"),
  },
];

export const workspacesFeature: Feature = {
  name: "workspaces",
  Head: WorkspaceSwitcher,
  Navigation: PeopleLine,
  settings,
  Resident,
};
