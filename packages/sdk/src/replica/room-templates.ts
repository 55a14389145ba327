// What rooms can be made from. The built-in templates have the lowest ids and never change.
import { type FeedName, parseFeed, rooms } from "@althing/contract";
import { change, drop, put } from "./records.ts";
import { on } from "./reducer.ts";
import type { Replica } from "./state.ts";

type Templates = readonly rooms.RoomTemplate[];

export const fromRoomTemplates = (replica: Replica, workspaceId: string, templates: Templates): Replica => ({
  ...replica,
  roomTemplates: put(replica.roomTemplates, workspaceId, templates),
});

/** They are unknown, until they are looked at again. */
export const withoutRoomTemplates = (replica: Replica, workspaceId: string): Replica => ({
  ...replica,
  roomTemplates: drop(replica.roomTemplates, workspaceId),
});

const inWorkspace = (replica: Replica, feed: string, alter: (templates: Templates) => Templates): Replica => ({
  ...replica,
  roomTemplates: change(replica.roomTemplates, parseFeed(feed as FeedName).id, alter),
});

const without = (templates: Templates, id: string): Templates => templates.filter((one) => one.id !== id);

const withTemplate =
  (template: rooms.RoomTemplate) =>
  (templates: Templates): Templates =>
    [...without(templates, template.id), template].sort((one, other) => (one.id < other.id ? -1 : 1));

export const roomTemplateReducers = [
  on(rooms.RoomTemplateCreated, (replica, { feed, data }) => inWorkspace(replica, feed, withTemplate(data.template))),
  on(rooms.RoomTemplateUpdated, (replica, { feed, data }) => inWorkspace(replica, feed, withTemplate(data.template))),
  on(rooms.RoomTemplateDeleted, (replica, { feed, data: { templateId } }) =>
    inWorkspace(replica, feed, (templates) => without(templates, templateId)),
  ),
  // The room's messages come in events of their own.
  on(rooms.RoomMadeFromTemplate, (replica) => replica),
];
