import { afterAll, beforeAll, expect, test } from "bun:test";
import { rooms } from "@althing/contract";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

const voyage = { name: "Voyage", rooms: [{ name: "voyage-{name}", topic: "Where the ship is" }] };
const create = ({ ana, workspaceId }: Harbour) => ana.rooms.createRoomTemplate({ workspaceId, ...voyage });

test("every workspace has the built-in templates, before its own", async () => {
  const { ana, gus, workspaceId } = harbour;
  const { id } = await create(harbour);
  const listed = await gus.rooms.listRoomTemplates({ workspaceId });
  expect(listed.map(({ key }) => key)).toEqual(["project", "incident", "helpdesk", "team", "event", null]);
  expect(listed.at(-1)).toMatchObject({ id, name: "Voyage", version: 1, createdBy: ana.id, memberIds: [] });
  expect(listed.at(-1)?.rooms).toEqual([
    {
      name: "voyage-{name}",
      visibility: "public",
      topic: "Where the ship is",
      description: "",
      guidelines: "",
      pinnedMessages: [],
    },
  ]);
});

test("Ana changes a template, and two who change it at once notice", async () => {
  const { ana, ben, workspaceId } = harbour;
  const { id: templateId } = await create(harbour);
  const change = { workspaceId, templateId, name: "Journey", memberIds: [ben.id, ben.id] };
  const changed = await ana.rooms.updateRoomTemplate(change);
  expect(changed).toMatchObject({
    name: "Journey",
    memberIds: [ben.id],
    version: 2,
    rooms: [{ topic: "Where the ship is" }],
  });
  expect(await ana.rooms.updateRoomTemplate(change)).toEqual(changed);
  const late = ana.rooms.updateRoomTemplate({ workspaceId, templateId, name: "Trip" }, { ifMatch: '"1"' });
  expect(await refusal(late)).toBe("stale");
});

test("a deleted template is gone", async () => {
  const { ana, workspaceId } = harbour;
  const { id: templateId } = await create(harbour);
  await ana.rooms.deleteRoomTemplate({ workspaceId, templateId });
  expect(await refusal(ana.rooms.deleteRoomTemplate({ workspaceId, templateId }))).toBe("template_not_found");
  expect(await refusal(ana.rooms.updateRoomTemplate({ workspaceId, templateId, name: "Back" }))).toBe(
    "template_not_found",
  );
});

test("built-in templates stay as they are", async () => {
  const { ana, workspaceId } = harbour;
  const [project] = await ana.rooms.listRoomTemplates({ workspaceId });
  const templateId = project?.id ?? "";
  expect(await refusal(ana.rooms.updateRoomTemplate({ workspaceId, templateId, name: "Mine" }))).toBe(
    "template_built_in",
  );
  expect(await refusal(ana.rooms.deleteRoomTemplate({ workspaceId, templateId }))).toBe("template_built_in");
});

test("members use templates, and leave their making to admins", async () => {
  const { ana, ben, eve, workspaceId } = harbour;
  const { id: templateId } = await create(harbour);
  expect(await refusal(ben.rooms.createRoomTemplate({ workspaceId, ...voyage }))).toBe("forbidden");
  expect(await refusal(ben.rooms.deleteRoomTemplate({ workspaceId, templateId }))).toBe("forbidden");
  const withEve = ana.rooms.createRoomTemplate({ workspaceId, ...voyage, memberIds: [eve.id] });
  expect(await refusal(withEve)).toBe("person_not_in_workspace");
  expect(await refusal(eve.rooms.listRoomTemplates({ workspaceId }))).toBe("workspace_not_found");
});

test("a template of another workspace is not there", async () => {
  const { ana, eve, workspaceId } = harbour;
  const { id: templateId } = await create(harbour);
  const elsewhere = (await eve.accounts.getMe()).workspaces[0]?.id ?? "";
  const update = eve.rooms.updateRoomTemplate({ workspaceId: elsewhere, templateId, name: "Mine" });
  expect(await refusal(update)).toBe("template_not_found");
  const make = eve.rooms.createRoomsFromTemplate({ workspaceId: elsewhere, templateId, name: "mine" });
  expect(await refusal(make)).toBe("template_not_found");
  expect((await ana.rooms.listRoomTemplates({ workspaceId })).map(({ id }) => id)).toContain(templateId);
});

test("two rooms of a template may not have the same name", async () => {
  const { ana, workspaceId } = harbour;
  const twins = ana.rooms.createRoomTemplate({
    workspaceId,
    name: "Twins",
    rooms: [{ name: "{name}" }, { name: "{NAME}" }],
  });
  expect(await refusal(twins)).toBe("validation_failed");
});

test("however many make templates at once, the workspace has as many as it may", async () => {
  const { ana, workspaceId } = harbour;
  const limit = rooms.templateLimits.templatesPerWorkspace;
  const made = await Promise.allSettled(Array.from({ length: limit }, () => create(harbour)));
  expect(made.some(({ status }) => status === "rejected")).toBe(true);
  expect(await refusal(create(harbour))).toBe("template_limit_reached");
  const own = (await ana.rooms.listRoomTemplates({ workspaceId })).filter(({ key }) => key === null);
  expect(own).toHaveLength(limit);
});
