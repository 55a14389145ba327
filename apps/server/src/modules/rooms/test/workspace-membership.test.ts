import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { type Harbour, refusal, startHarbour, typesOf } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("members come into general, guests only where they were invited to", async () => {
  const { ana, ben, workspaceId, channel, arrive } = harbour;
  const [general] = await ana.rooms.listRooms({ workspaceId });
  expect(general).toMatchObject({ name: "general", visibility: "public", ownerId: ana.id, memberCount: 3 });
  expect((await ben.rooms.listRooms({ workspaceId })).map(({ name }) => name)).toEqual(["general"]);
  const visitors = await channel("visitors", [], "private");
  const guest = await arrive("Hal", "guest", [visitors.id]);
  expect((await guest.rooms.listRooms({ workspaceId })).map(({ name }) => name)).toEqual(["visitors"]);
});

test("nobody invites to rooms they are not in", async () => {
  const { ben, workspaceId, channel } = harbour;
  const closed = await channel("vault", [], "private");
  const invite = (roomIds: string[]) => ben.workspaces.createInvitation({ workspaceId, roomIds });
  expect(await refusal(invite([closed.id]))).toBe("invitation_room_not_found");
});

test("who leaves the workspace leaves all its rooms at once, and theirs are passed on", async () => {
  const { ana, cem, workspaceId, arrive, eventsOf } = harbour;
  const dan = await arrive("Dan", "member");
  const room = await dan.rooms.createRoom({ workspaceId, kind: "channel", name: "Dan's", memberIds: [cem.id] });
  const dm = await dan.rooms.createRoom({ workspaceId, kind: "dm", memberIds: [cem.id] });
  await ana.workspaces.removeMember({ workspaceId, accountId: dan.id });
  expect(await refusal(dan.rooms.getRoom({ roomId: room.id }))).toBe("room_not_found");
  expect(await cem.rooms.getRoom({ roomId: room.id })).toMatchObject({ ownerId: cem.id, memberCount: 1 });
  expect((await cem.rooms.getRoom({ roomId: room.id })).permissions).toContain("room.manage");
  expect((await cem.rooms.getRoom({ roomId: dm.id })).people.map(({ name }) => name)).toEqual(["Cem"]);
  const exits = typesOf(await eventsOf(feedOf.account(dan.id))).filter((type) => type === "rooms.exited");
  expect(exits).toHaveLength(3);
});

test("a member whose role changes has the rights of the new one at once", async () => {
  const { ana, cem, workspaceId, channel } = harbour;
  const { id: roomId } = await channel("bridge");
  expect((await cem.rooms.getRoom({ roomId })).permissions).not.toContain("room.manage");
  await ana.workspaces.setMemberRoles({ workspaceId, accountId: cem.id, roles: ["admin"] });
  expect(await refusal(cem.rooms.archiveRoom({ roomId }))).toBe("granted");
});
