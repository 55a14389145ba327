// The dialogs of rooms: opened from rows, menus, panels and commands, shown in one place.
import { createOpener } from "../../../shell/index.ts";

export type RoomDialog =
  | { kind: "new-channel"; name?: string }
  | { kind: "new-message" }
  | { kind: "new-category"; roomId?: string }
  | { kind: "rename-category"; categoryId: string }
  | { kind: "add-people"; roomId: string }
  | { kind: "edit"; roomId: string }
  | { kind: "transfer"; roomId: string };

export const roomDialog = createOpener<RoomDialog>();
