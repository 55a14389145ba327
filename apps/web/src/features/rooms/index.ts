// Rooms: where they stand in the sidebar, what heads them, who is in them, and how one finds and makes them.

export { roomsFeature } from "./feature.ts";
export { RoomActions } from "./room/room-actions.tsx";
export { RoomBanner } from "./room/room-banner.tsx";
export { RoomCoach } from "./room/room-coach.tsx";
export { RoomHeading } from "./room/room-heading.tsx";
export { RoomIcon } from "./room/room-icon.tsx";
export { provideRoomMenuItems } from "./room/room-menu-extension.ts";
export { partnerOf, roomTitle } from "./room/room-title.ts";
export { useRoomTitle } from "./room/use-room-title.ts";
export { useVisitedRoom } from "./room/use-visited-room.ts";
export { provideDraftSign } from "./sidebar/draft-sign.ts";
export { useRoom, useRoomPermission } from "./use-room.ts";
