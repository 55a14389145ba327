import { z } from "zod";
import { defineEvent, everyone } from "../kit/event.ts";
import { AccountId } from "../kit/id.ts";
import { Timestamp } from "../kit/text.ts";
import { Category } from "./categories.ts";
import { RoomMember } from "./members.ts";
import { MyRoom, Room, RoomId, RoomPlacement } from "./room.ts";

/** What of a room is the same for everyone and does not change with each message. */
export const RoomFacts = Room.omit({ head: true, lastMessageAt: true });
export type RoomFacts = z.output<typeof RoomFacts>;

export const RoomOpened = defineEvent("rooms.created", {
  durability: "durable",
  feeds: ["room", "workspace"],
  summary: "A room was made. The workspace hears of public channels only.",
  payload: z.object({ room: RoomFacts }),
});
export const RoomUpdated = defineEvent("rooms.updated", {
  durability: "durable",
  feeds: ["room", "workspace"],
  summary: "A room's name, topic, settings or visibility changed. The workspace hears of public channels only.",
  payload: z.object({ room: RoomFacts, previousName: z.string().nullable() }),
  affects: everyone,
});
export const RoomArchivedEvent = defineEvent("rooms.archived", {
  durability: "durable",
  feeds: ["room", "workspace"],
  summary: "A room became read-only.",
  payload: z.object({ roomId: RoomId, archivedAt: Timestamp, version: z.int() }),
  affects: everyone,
});
export const RoomRestored = defineEvent("rooms.restored", {
  durability: "durable",
  feeds: ["room", "workspace"],
  summary: "An archived room is in use again.",
  payload: z.object({ roomId: RoomId, version: z.int() }),
  affects: everyone,
});
export const RoomDeleted = defineEvent("rooms.deleted", {
  durability: "durable",
  feeds: ["room", "workspace"],
  summary: "A room was deleted with all that was in it.",
  payload: z.object({ roomId: RoomId }),
  affects: everyone,
});
export const RoomMemberJoined = defineEvent("rooms.member_joined", {
  durability: "durable",
  feeds: ["room"],
  summary: "Someone joined the room or was added to it.",
  payload: z.object({ roomId: RoomId, member: RoomMember, addedBy: AccountId.nullable(), memberCount: z.int() }),
});
export const RoomMemberLeft = defineEvent("rooms.member_left", {
  durability: "durable",
  feeds: ["room"],
  summary: "Someone left the room or was removed from it.",
  payload: z.object({ roomId: RoomId, accountId: AccountId, removedBy: AccountId.nullable(), memberCount: z.int() }),
  affects: "accountId",
});
export const RoomMemberChanged = defineEvent("rooms.member_changed", {
  durability: "durable",
  feeds: ["room"],
  summary: "Someone's rights in the room changed, or the room got another owner.",
  payload: z.object({ roomId: RoomId, member: RoomMember, accountId: AccountId }),
  affects: "accountId",
});
export const RoomEntered = defineEvent("rooms.entered", {
  durability: "durable",
  feeds: ["account"],
  summary: "You are in a room now: follow its feed from `room.head`.",
  payload: z.object({ room: MyRoom }),
});
export const RoomExited = defineEvent("rooms.exited", {
  durability: "durable",
  feeds: ["account"],
  summary: "You are no longer in a room.",
  payload: z.object({ roomId: RoomId }),
});
export const RoomPlaced = defineEvent("rooms.placed", {
  durability: "durable",
  feeds: ["account"],
  summary: "You arranged a room in your sidebar.",
  payload: z.object({ roomId: RoomId, placement: RoomPlacement }),
});
export const CategoriesChanged = defineEvent("rooms.categories_changed", {
  durability: "durable",
  feeds: ["account", "workspace"],
  summary:
    "The categories of the sidebar changed. Your own feed has all as you see them: take your own ones and what is folded; the workspace's has the shared ones, where nothing is folded.",
  payload: z.object({ workspaceId: z.uuid(), categories: z.array(Category) }),
});
