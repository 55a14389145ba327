import { lazy } from "react";
import type { Feature } from "../../shell/index.ts";
import { BrowseLine } from "./navigation.tsx";
import { RoomResident } from "./resident.tsx";
import { RoomSections } from "./sidebar/room-sections.tsx";
import { useRoomFinder } from "./use-room-finder.tsx";

export const roomsFeature: Feature = {
  name: "rooms",
  Navigation: BrowseLine,
  Sections: RoomSections,
  Resident: RoomResident,
  useFinder: useRoomFinder,
  panels: {
    about: lazy(async () => ({ default: (await import("./panels/about-panel.tsx")).AboutPanel })),
    members: lazy(async () => ({ default: (await import("./panels/members-panel.tsx")).MembersPanel })),
  },
};
