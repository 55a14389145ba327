// What may be told: what the person who asked may read, and, where others will see it, what each of them may read too.
import type { rooms } from "@althing/contract";
import type { Platform } from "../../../kernel/platform.ts";
import { listCommonRooms } from "../../knowledge/index.ts";
import { ToolFault } from "../calls/fault.ts";
import type { Asking } from "./registry.ts";

export async function readableRooms(platform: Platform, asking: Asking): Promise<rooms.RoomId[]> {
  const readerIds = [...new Set([asking.actor.account.id, ...asking.readerIds])];
  return platform.read((tx) => listCommonRooms(tx, { workspaceId: asking.workspaceId, readerIds }));
}

export async function requireReadable(platform: Platform, asking: Asking, roomId: string): Promise<void> {
  if ((await readableRooms(platform, asking)).some((id) => id === roomId)) return;
  throw new ToolFault("forbidden", "Not everyone who would see the answer may read that room.");
}
