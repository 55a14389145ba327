export { useRoom, useRoomPermission } from "./use-room.ts";
import type { Feature } from "../../shell/index.ts";

export const roomsFeature: Feature = { name: "rooms" };
