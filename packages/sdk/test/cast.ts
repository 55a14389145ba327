// Ana, whose replica it is, Ben and Cem, a room, and short ways to tell what happened in it.
import {
  type accounts,
  type EventDef,
  type EventEnvelope,
  type FeedName,
  feedOf,
  type files,
  messages,
  type rooms,
  type workspaces,
} from "@althing/contract";
import type { z } from "zod";
import { emptyReplica, fromMe, fromRoom, fromWorkspace, type Replica } from "../src/index.ts";

const at = "2026-11-20T09:30:00.000Z";
const id = (n: number) => `01930c2e-7a54-7c3b-9d0a-${String(n).padStart(12, "0")}`;
const person = (n: number, handle: string, name: string) =>
  ({ id: id(n), handle, name, kind: "person" }) as accounts.AccountRef;

export const ana = person(1, "ana", "Ana");
export const ben = person(2, "ben", "Ben");
export const cem = person(3, "cem", "Cem");
export const workspaceId = id(10);
export const roomId = id(20);
export const otherRoomId = id(21);
export const messageId = (n: number) => id(1_000 + n);

export const aProfile = (account: accounts.AccountRef) => ({
  ...account,
  avatar: { color: "#112233", emoji: null, url: null },
  title: "",
  pronouns: "",
  timeZone: null,
  locale: null,
  fields: [],
  status: null,
  createdAt: at,
});

export const aRoom = (more: Partial<rooms.MyRoom> = {}): rooms.MyRoom =>
  ({
    id: roomId,
    workspaceId,
    kind: "channel",
    name: "harbour",
    visibility: "public",
    topic: "",
    description: "",
    guidelines: "",
    memberCount: 3,
    createdBy: ana.id,
    ownerId: ana.id,
    categoryId: null,
    unlisted: false,
    systemMessages: { joins: true, leaves: true, renames: true, pins: true },
    people: [],
    head: 0,
    version: 1,
    createdAt: at,
    lastMessageAt: null,
    archivedAt: null,
    joined: true,
    permissions: [],
    placement: { favourite: false, muted: false, categoryId: null, notify: "all" },
    unread: { count: 0, mentions: 0, firstUnreadSeq: null, threads: 0, lastReadSeq: 0, threadsReadSeq: 0 },
    ...more,
  }) as rooms.MyRoom;

export const aWorkspace = (): workspaces.Workspace =>
  ({
    id: workspaceId,
    slug: "harbour",
    name: "Harbour",
    memberCount: 3,
    roles: ["member"],
    permissions: [],
    head: 0,
    version: 1,
    createdAt: at,
  }) as unknown as workspaces.Workspace;

export const aMessage = (seq: number, more: Partial<messages.Message> = {}): messages.Message =>
  ({
    id: messageId(seq),
    roomId,
    seq,
    kind: "message",
    author: ben,
    body: `message ${seq}`,
    html: "",
    parentId: null,
    alsoInRoom: false,
    createdAt: at,
    editedAt: null,
    deletedAt: null,
    mentions: [],
    reactions: [],
    thread: null,
    pinned: false,
    silent: false,
    system: null,
    attachments: [],
    version: 1,
    ...more,
  }) as messages.Message;

export const anAttachment: files.Attachment = {
  id: id(7_000) as files.FileId,
  name: "quay.png",
  kind: "image",
  mediaType: "image/png",
  sizeBytes: 48_213,
  width: 1_200,
  height: 800,
  hasPreview: true,
  transcript: null,
};

export const anEvent = <E extends EventDef>(
  definition: E,
  seq: number,
  data: z.input<E["payload"]>,
  feed: FeedName = feedOf.room(roomId),
): EventEnvelope =>
  ({ id: id(100_000 + seq), feed, seq, type: definition.type, at, actor: null, data }) as EventEnvelope;

export const sent = (message: messages.Message, thread: messages.ThreadSummary | null = null): EventEnvelope =>
  anEvent(messages.MessageSent, message.seq, { message, thread }, feedOf.room(message.roomId));

/** Ana's replica with one workspace and one room. */
export const anasReplica = (room = aRoom()): Replica =>
  [
    (replica: Replica) =>
      fromMe(replica, {
        ...aProfile(ana),
        email: "ana@example.org",
        emailVerified: true,
        isOwner: false,
        busy: null,
        version: 1,
        head: 0,
        workspaces: [{ id: workspaceId, slug: "harbour", name: "Harbour", roles: ["member"], head: 0 }],
      }),
    (replica: Replica) => fromWorkspace(replica, aWorkspace()),
    (replica: Replica) => fromRoom(replica, room),
  ].reduce((replica, load) => load(replica), emptyReplica);
