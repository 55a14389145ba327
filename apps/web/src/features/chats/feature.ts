import { Hourglass, Sparkles } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "use-intl";
import type { Feature, SettingsPage } from "../../shell/index.ts";
import { provideRoomMenuItems } from "../rooms/index.ts";
import { usePermission } from "../workspaces/index.ts";
import { ChatsResident } from "./resident.tsx";

provideRoomMenuItems(lazy(async () => ({ default: (await import("./chat-menu-items.tsx")).ChatMenuItems })));

const settings: readonly SettingsPage[] = [
  {
    path: "my-assistants",
    group: "account",
    useTitle: () => useTranslations("chats")("mine.title"),
    icon: Sparkles,
    Component: lazy(async () => ({ default: (await import("./my-assistants-settings.tsx")).MyAssistantsSettings })),
  },
  {
    path: "keeping",
    group: "workspace",
    useTitle: () => useTranslations("chats.pages")("keeping"),
    useIsVisible: () => usePermission("chat.retain"),
    icon: Hourglass,
    Component: lazy(async () => ({ default: (await import("./keeping/retention-settings.tsx")).RetentionSettings })),
  },
];

export const chatsFeature: Feature = {
  name: "chats",
  Resident: ChatsResident,
  settings,
};
