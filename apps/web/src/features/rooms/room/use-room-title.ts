import { useMyId } from "../../accounts/index.ts";
import { roomTitle, type Titled } from "./room-title.ts";

export const useRoomTitle = (room: Titled): string => roomTitle(room, useMyId());
