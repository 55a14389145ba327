import { feedOf, rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { distinct } from "../queries/people.ts";
import { requirePeople } from "../queries/require-people.ts";
import { insertTemplate, listTemplateRows, lockTemplates } from "../store/templates.ts";
import { viewTemplate } from "../views.ts";

const limit = rooms.templateLimits.templatesPerWorkspace;

export const createRoomTemplate: WriteAction<typeof rooms.createRoomTemplate> = async (tx, { actor, input }) => {
  const { workspaceId, name, description } = input;
  const memberIds = distinct(input.memberIds);
  await requirePeople(tx, workspaceId, memberIds);
  await lockTemplates(tx, workspaceId);
  if ((await listTemplateRows(tx, workspaceId)).length >= limit) fail(rooms.TemplateLimitReached, { limit });
  const row = await insertTemplate(tx, {
    id: tx.newId() as rooms.RoomTemplateId,
    workspace_id: workspaceId,
    name,
    description,
    rooms: JSON.stringify(input.rooms),
    member_ids: JSON.stringify(memberIds),
    created_by: requireAccount(actor).account.id,
    created_at: tx.now,
  });
  const template = viewTemplate(row);
  tx.emit(rooms.RoomTemplateCreated, feedOf.workspace(workspaceId), { template });
  return template;
};
