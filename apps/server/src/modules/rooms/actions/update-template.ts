import { feedOf, rooms } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { requireVersion } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { isBuiltIn } from "../built-in-templates.ts";
import { changesOf } from "../policy.ts";
import { distinct } from "../queries/people.ts";
import { requirePeople } from "../queries/require-people.ts";
import { lockTemplate, updateTemplateRow } from "../store/templates.ts";
import { viewTemplate } from "../views.ts";

export const updateRoomTemplate: WriteAction<typeof rooms.updateRoomTemplate> = async (tx, call) => {
  const { workspaceId, templateId, name, description, rooms: wanted } = call.input;
  if (isBuiltIn(templateId)) fail(rooms.TemplateBuiltIn);
  const before = (await lockTemplate(tx, workspaceId, templateId)) ?? fail(rooms.TemplateNotFound);
  requireVersion(call, before.version);
  const memberIds = call.input.memberIds && distinct(call.input.memberIds);
  const newcomers = memberIds?.filter((id) => !before.member_ids.includes(id)) ?? [];
  await requirePeople(tx, workspaceId, newcomers);
  const changes = changesOf(before, { name, description, rooms: wanted, member_ids: memberIds });
  if (Object.keys(changes).length === 0) return viewTemplate(before);
  const after = await updateTemplateRow(tx, before, {
    ...changes,
    rooms: changes.rooms && JSON.stringify(changes.rooms),
    member_ids: changes.member_ids && JSON.stringify(changes.member_ids),
  });
  const template = viewTemplate(after);
  tx.emit(rooms.RoomTemplateUpdated, feedOf.workspace(workspaceId), { template });
  return template;
};
