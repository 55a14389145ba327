import { afterAll, beforeAll, expect, test } from "bun:test";
import type { rooms } from "@althing/contract";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

const unique = () => crypto.randomUUID().slice(0, 8);

/** A template of Ana's with Ben in it: an open room and a closed one. */
async function voyage(memberIds = [harbour.ben.id]): Promise<rooms.RoomTemplateId> {
  const { ana, workspaceId } = harbour;
  const { id } = await ana.rooms.createRoomTemplate({
    workspaceId,
    name: "Voyage",
    memberIds,
    rooms: [
      { name: "{name}-voyage", topic: "Where the ship is", description: "A journey", guidelines: "Be kind" },
      { name: "{name}-crew", visibility: "private" },
    ],
  });
  return id;
}

test("Cem makes the rooms of a template, and Ben is in them", async () => {
  const { ben, cem, workspaceId } = harbour;
  const [templateId, name] = [await voyage(), unique()];
  const made = await cem.rooms.createRoomsFromTemplate({ workspaceId, templateId, name });
  expect(made).toMatchObject([
    {
      name: `${name}-voyage`,
      visibility: "public",
      topic: "Where the ship is",
      guidelines: "Be kind",
      ownerId: cem.id,
    },
    { name: `${name}-crew`, visibility: "private", topic: "", memberCount: 2, joined: true },
  ]);
  const names = (await ben.rooms.listRooms({ workspaceId })).map((room) => room.name);
  expect(names).toEqual(expect.arrayContaining([`${name}-voyage`, `${name}-crew`]));
});

test("others come in beside those of the template, who may have left", async () => {
  const { ana, ben, cem, gus, eve, workspaceId } = harbour;
  const { token } = await ana.workspaces.createInvitation({ workspaceId });
  await eve.workspaces.acceptInvitation({ token });
  const templateId = await voyage([ben.id, eve.id]);
  await ana.workspaces.removeMember({ workspaceId, accountId: eve.id });
  const [room] = await cem.rooms.createRoomsFromTemplate({
    workspaceId,
    templateId,
    name: unique(),
    memberIds: [gus.id],
  });
  const members = await ana.rooms.listRoomMembers({ roomId: room?.id ?? "" });
  expect(members.map(({ name }) => name).toSorted()).toEqual(["Ben", "Cem", "Gus"]);
});

test("all rooms are made or none", async () => {
  const { ana, ben, workspaceId, channel } = harbour;
  const [templateId, name] = [await voyage(), unique()];
  await channel(`${name}-voyage`);
  expect(await refusal(ana.rooms.createRoomsFromTemplate({ workspaceId, templateId, name }))).toBe("room_name_taken");
  const names = (await ben.rooms.listRooms({ workspaceId })).map((room) => room.name);
  expect(names).not.toContain(`${name}-crew`);
});

test("of many who make the same set at once, one does", async () => {
  const { ana, ben, cem, workspaceId } = harbour;
  const [templateId, name] = [await voyage(), unique()];
  const people = [ana, ben, cem, ana, ben, cem];
  const attempts = await Promise.allSettled(
    people.map((person) => person.rooms.createRoomsFromTemplate({ workspaceId, templateId, name })),
  );
  const refused = attempts.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
  expect(refused).toEqual(Array(people.length - 1).fill("room_name_taken"));
});

test("a name that makes the rooms' names too long is refused at its field", async () => {
  const { ana, workspaceId } = harbour;
  const { id: templateId } = await ana.rooms.createRoomTemplate({
    workspaceId,
    name: "Long",
    rooms: [{ name: `${"x".repeat(30)}-{name}` }],
  });
  const long = ana.rooms.createRoomsFromTemplate({ workspaceId, templateId, name: "y".repeat(60) });
  await expect(long).rejects.toMatchObject({ code: "validation_failed", fields: [{ pointer: "/name" }] });
});

test("guests make no rooms, and nobody brings in strangers", async () => {
  const { ana, gus, eve, workspaceId } = harbour;
  const templateId = await voyage();
  expect(await refusal(gus.rooms.createRoomsFromTemplate({ workspaceId, templateId, name: unique() }))).toBe(
    "forbidden",
  );
  const withEve = ana.rooms.createRoomsFromTemplate({ workspaceId, templateId, name: unique(), memberIds: [eve.id] });
  expect(await refusal(withEve)).toBe("person_not_in_workspace");
});

test("what a template's room begins with is posted and pinned once, by who made it, and nobody is told of the pins", async () => {
  const { ana, ben, server, workspaceId } = harbour;
  const bodies = ["**Welcome** @ben", "Second", "Third"];
  const { id: templateId } = await ana.rooms.createRoomTemplate({
    workspaceId,
    name: "Pins",
    rooms: [{ name: "{name}", pinnedMessages: bodies }],
    memberIds: [ben.id],
  });
  const [room] = await ana.rooms.createRoomsFromTemplate({ workspaceId, templateId, name: unique() });
  const roomId = room?.id ?? "";
  await server.settled();
  const listed = await ben.messages.listMessages({ roomId });
  expect(listed.map(({ body, author, pinned, kind }) => [body, author.id, pinned, kind])).toEqual(
    bodies.map((body) => [body, ana.id, true, "message"]),
  );
  expect(listed[0]).toMatchObject({ mentions: [{ kind: "account", id: ben.id }], silent: true });
  expect((await ben.messages.listPins({ roomId })).map(({ body }) => body)).toEqual(bodies);
});
