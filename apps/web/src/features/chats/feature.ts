import { Hourglass, Sparkles } from "lucide-react";
import { useTranslations } from "use-intl";
import { later } from "../../parts/index.ts";
import type { Feature, SettingsPage } from "../../shell/index.ts";
import { provideRoomMenuItems } from "../rooms/index.ts";
import { usePermission } from "../workspaces/index.ts";
import { ChatsResident } from "./resident.tsx";

provideRoomMenuItems(later(() => import("./chat-menu-items.tsx"), "ChatMenuItems"));

const settings: readonly SettingsPage[] = [
  {
    path: "my-assistants",
    group: "account",
    useTitle: () => useTranslations("chats")("mine.title"),
    icon: Sparkles,
    Component: later(() => import("./my-assistants-settings.tsx"), "MyAssistantsSettings"),
  },
  {
    path: "keeping",
    group: "workspace",
    useTitle: () => useTranslations("chats.pages")("keeping"),
    useIsVisible: () => usePermission("chat.retain"),
    icon: Hourglass,
    Component: later(() => import("./keeping/retention-settings.tsx"), "RetentionSettings"),
  },
];

export const chatsFeature: Feature = {
  name: "chats",
  Resident: ChatsResident,
  settings,
};
