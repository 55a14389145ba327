// The dialogs of rooms: opened from rows, menus, panels and commands, shown in one place.
import { createOpener } from "../../../shell/index.ts";

export type RoomDialog =
  | { kind: "new-channel"; name?: string; categoryId?: string | undefined }
  | { kind: "from-template"; categoryId?: string | undefined }
  | { kind: "new-message" }
  | { kind: "new-category"; roomId?: string }
  | { kind: "rename-category"; categoryId: string }
  | { kind: "add-people"; roomId: string }
  | { kind: "edit"; roomId: string }
  | { kind: "save-template"; roomId: string }
  /** Makes someone else the owner; an owner who wants to leave has to do that first. */
  | { kind: "transfer"; roomId: string; thenLeave?: boolean };

export const roomDialog = createOpener<RoomDialog>();
