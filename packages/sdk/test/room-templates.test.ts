import { expect, test } from "bun:test";
import { feedOf, rooms } from "@althing/contract";
import { apply, fromRoomTemplates, type Replica } from "../src/replica/index.ts";
import { ana, anasReplica, anEvent, workspaceId } from "./cast.ts";

const feed = feedOf.workspace(workspaceId);
const template = (n: number, name: string): rooms.RoomTemplate => ({
  id: `00000000-0000-7000-8000-00000000000${n}` as rooms.RoomTemplateId,
  workspaceId: workspaceId as rooms.RoomTemplate["workspaceId"],
  key: null,
  name,
  description: "",
  rooms: [],
  memberIds: [],
  version: 1,
  createdBy: ana.id,
  createdAt: "2026-11-20T09:30:00.000Z",
});
const namesIn = (replica: Replica) => replica.roomTemplates[workspaceId]?.map(({ name }) => name);

test("templates come, change and go in the order in which they were made, each once", () => {
  let replica = fromRoomTemplates(anasReplica(), workspaceId, [template(1, "Project")]);
  for (const made of [template(3, "Voyage"), template(2, "Regatta"), template(3, "Voyage")]) {
    replica = apply(replica, anEvent(rooms.RoomTemplateCreated, 1, { template: made }, feed));
  }
  expect(namesIn(replica)).toEqual(["Project", "Regatta", "Voyage"]);
  replica = apply(replica, anEvent(rooms.RoomTemplateUpdated, 2, { template: template(2, "Race") }, feed));
  expect(namesIn(replica)).toEqual(["Project", "Race", "Voyage"]);
  replica = apply(replica, anEvent(rooms.RoomTemplateDeleted, 3, { templateId: template(3, "").id }, feed));
  expect(namesIn(replica)).toEqual(["Project", "Race"]);
});

test("templates stay unknown until they are loaded", () => {
  const event = anEvent(rooms.RoomTemplateCreated, 1, { template: template(1, "Project") }, feed);
  expect(namesIn(apply(anasReplica(), event))).toBeUndefined();
});
