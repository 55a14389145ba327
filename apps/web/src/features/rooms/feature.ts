import { LayoutTemplate } from "lucide-react";
import { useTranslations } from "use-intl";
import { later } from "../../parts/index.ts";
import type { Feature, SettingsPage } from "../../shell/index.ts";
import { usePermission } from "../workspaces/index.ts";
import { BrowseLine } from "./navigation.tsx";
import { RoomResident } from "./resident.tsx";
import { RoomSections } from "./sidebar/room-sections.tsx";
import { useRoomFinder } from "./use-room-finder.tsx";

const settings: readonly SettingsPage[] = [
  {
    path: "room-templates",
    group: "workspace",
    useTitle: () => useTranslations("rooms.pages")("templates"),
    useIsVisible: () => usePermission("template.manage"),
    icon: LayoutTemplate,
    Component: later(() => import("./templates/template-settings.tsx"), "TemplateSettings"),
  },
];

export const roomsFeature: Feature = {
  name: "rooms",
  Navigation: BrowseLine,
  Sections: RoomSections,
  Resident: RoomResident,
  useFinder: useRoomFinder,
  settings,
  panels: {
    about: later(() => import("./panels/about-panel.tsx"), "AboutPanel"),
    members: later(() => import("./panels/members-panel.tsx"), "MembersPanel"),
  },
};
