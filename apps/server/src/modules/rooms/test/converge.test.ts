/** Each verb of rooms, carried on by its events and looked at anew: the same, for who is in the room and for who is not. */
import { afterAll, beforeEach, test } from "bun:test";
import type { rooms } from "@althing/contract";
import { expectConverges, type View } from "@althing/testkit";
import { type Harbour, startHarbour } from "./harbour.ts";

let harbour: Harbour;
let views: View[];
let acts = 0;
// All that is in a workspace is looked at after each verb: so that it stays little, each dozen has one of its own.
beforeEach(async () => {
  if (acts++ % 12 !== 0) return;
  if (acts > 1) await harbour.server.dispose();
  harbour = await startHarbour();
  const { ana, ben, cem, gus, eve, workspaceId } = harbour;
  const elsewhere = (await eve.accounts.getMe()).workspaces[0]?.id ?? "";
  views = [
    ...[ana, ben, cem, gus].map((person) => ({ person, workspaceId })),
    { person: eve, workspaceId: elsewhere, outside: true },
  ];
});
afterAll(() => harbour.server.dispose());

type Visibility = rooms.RoomVisibility;
type Act = (cast: Harbour, roomId: rooms.RoomId) => Promise<unknown>;

const unique = (name: string) => `${name}-${crypto.randomUUID().slice(0, 8)}`;
const group = ({ ana, ben, workspaceId }: Harbour) =>
  ana.rooms.createRoom({ workspaceId, kind: "group", memberIds: [ben.id] });
const category = ({ ana, workspaceId }: Harbour, shared: boolean) =>
  ana.rooms.createCategory({ workspaceId, name: shared ? "Ours" : "Mine", shared });

/** What happens to a channel of Ana's in which Ben is, and Cem and Gus are not. */
const verbs: Record<string, Act> = {
  "make a public channel": ({ channel, ben }) => channel(unique("dock"), [ben]),
  "make a private channel": ({ channel, ben }) => channel(unique("cave"), [ben], "private"),
  "open a direct message": ({ ben, cem, workspaceId }) =>
    ben.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [cem.id] }),
  "open notes to oneself": ({ cem, workspaceId }) =>
    cem.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [cem.id] }),
  "gather a group": ({ ana, ben, gus, workspaceId }) =>
    ana.rooms.createRoom({ workspaceId, kind: "group", memberIds: [ben.id, gus.id] }),
  "add to a group": async (cast) => {
    const { id: roomId } = await group(cast);
    await cast.ana.rooms.addRoomMembers({ roomId, accountIds: [cast.cem.id, cast.gus.id] });
  },
  "leave a group": async (cast) => {
    const { id: roomId } = await group(cast);
    await cast.ana.rooms.leaveRoom({ roomId });
  },
  "name a group": async (cast) => {
    const { id: roomId } = await group(cast);
    await cast.ben.rooms.updateRoom({ roomId, name: "The crew" });
  },
  join: ({ cem }, roomId) => cem.rooms.joinRoom({ roomId }),
  leave: ({ ben }, roomId) => ben.rooms.leaveRoom({ roomId }),
  add: ({ ana, cem, gus }, roomId) => ana.rooms.addRoomMembers({ roomId, accountIds: [cem.id, gus.id] }),
  remove: ({ ana, ben }, roomId) => ana.rooms.removeRoomMember({ roomId, accountId: ben.id }),
  rename: ({ ben }, roomId) => ben.rooms.updateRoom({ roomId, name: unique("quay") }),
  "change the topic": ({ ben }, roomId) => ben.rooms.updateRoom({ roomId, topic: "Tides", description: "And winds" }),
  "change what the system says": ({ ana }, roomId) =>
    ana.rooms.updateRoom({ roomId, systemMessages: { joins: false } }),
  "make private": ({ ana }, roomId) => ana.rooms.updateRoom({ roomId, visibility: "private", topic: "Secret" }),
  "make private and public again": async ({ ana }, roomId) => {
    await ana.rooms.updateRoom({ roomId, visibility: "private" });
    await ana.rooms.updateRoom({ roomId, visibility: "public" });
  },
  archive: ({ ana }, roomId) => ana.rooms.archiveRoom({ roomId }),
  "archive and restore": async ({ ana }, roomId) => {
    await ana.rooms.archiveRoom({ roomId });
    await ana.rooms.restoreRoom({ roomId });
  },
  delete: ({ ana }, roomId) => ana.rooms.deleteRoom({ roomId }),
  transfer: ({ ana, ben }, roomId) => ana.rooms.transferRoom({ roomId, accountId: ben.id }),
  "give and take rights": ({ ana, ben }, roomId) =>
    ana.rooms.setRoomMemberFlags({ roomId, accountId: ben.id, flags: { "message.pin": true, "message.send": false } }),
  "place in the sidebar": ({ ben }, roomId) =>
    ben.rooms.placeRoom({ roomId, favourite: true, muted: true, notify: "mentions" }),
  "file under a category of one's own": async (cast, roomId) => {
    const { id: categoryId } = await category(cast, false);
    await cast.ana.rooms.placeRoom({ roomId, categoryId });
  },
  "make, rename, move and fold a category of one's own": async (cast) => {
    const { ana, workspaceId } = cast;
    const { id: categoryId } = await category(cast, false);
    await ana.rooms.updateCategory({ workspaceId, categoryId, name: "Later", position: 7, collapsed: true });
  },
  "delete a category of one's own": async (cast, roomId) => {
    const { id: categoryId } = await category(cast, false);
    await cast.ana.rooms.placeRoom({ roomId, categoryId });
    await cast.ana.rooms.deleteCategory({ workspaceId: cast.workspaceId, categoryId });
  },
  "file under a shared category": async (cast, roomId) => {
    const { id: categoryId } = await category(cast, true);
    await cast.ana.rooms.updateRoom({ roomId, categoryId });
  },
  "rename and move a shared category": async (cast) => {
    const { ana, workspaceId } = cast;
    const { id: categoryId } = await category(cast, true);
    await ana.rooms.updateCategory({ workspaceId, categoryId, name: "Everyone's", position: 7 });
  },
  "fold and unfold a shared category": async (cast) => {
    const { ben, gus, workspaceId } = cast;
    const { id: categoryId } = await category(cast, true);
    await ben.rooms.updateCategory({ workspaceId, categoryId, collapsed: true });
    await gus.rooms.updateCategory({ workspaceId, categoryId, collapsed: true });
    await gus.rooms.updateCategory({ workspaceId, categoryId, collapsed: false });
  },
  "make, change and delete a template": async ({ ana, workspaceId }) => {
    const make = (name: string) => ana.rooms.createRoomTemplate({ workspaceId, name, rooms: [{ name: "{name}" }] });
    const [{ id: templateId }, { id: goneId }] = [await make("Voyage"), await make("Regatta")];
    await ana.rooms.updateRoomTemplate({ workspaceId, templateId, description: "A ship on its way" });
    await ana.rooms.deleteRoomTemplate({ workspaceId, templateId: goneId });
  },
  "make rooms from a template": async ({ ana, ben, cem, workspaceId }) => {
    const rooms: rooms.RoomTemplate["rooms"] = ["public", "private"].map((visibility) => ({
      name: `{name}-${visibility}`,
      visibility: visibility as Visibility,
      topic: "Tides",
      description: "",
      guidelines: "Be kind",
      pinnedMessages: ["First", "Second"],
    }));
    const { id: templateId } = await ana.rooms.createRoomTemplate({
      workspaceId,
      name: "Set",
      rooms,
      memberIds: [ben.id],
    });
    await cem.rooms.createRoomsFromTemplate({ workspaceId, templateId, name: unique("set") });
  },
  "delete a shared category": async (cast, roomId) => {
    const { ana, ben, workspaceId } = cast;
    const { id: categoryId } = await category(cast, true);
    await ana.rooms.updateRoom({ roomId, categoryId });
    await ben.rooms.placeRoom({ roomId, categoryId });
    await ana.rooms.deleteCategory({ workspaceId, categoryId });
  },
};

const visibilities: readonly Visibility[] = ["public", "private"];
/** Only members join private rooms, by being added. */
const isPossible = (verb: string, visibility: Visibility) => verb !== "join" || visibility === "public";

for (const visibility of visibilities) {
  for (const [verb, act] of Object.entries(verbs).filter(([name]) => isPossible(name, visibility))) {
    test(`${verb}, ${visibility}`, async () => {
      const { channel, ben, ana, server } = harbour;
      const { id: roomId } = await channel(unique("pier"), [ben], visibility);
      await expectConverges(server, views, () => act(harbour, roomId));
      await ana.rooms.deleteRoom({ roomId }).catch(() => undefined);
    });
  }
}
