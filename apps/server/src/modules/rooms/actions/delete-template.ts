import { feedOf, rooms } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { isBuiltIn } from "../built-in-templates.ts";
import { deleteTemplateRow } from "../store/templates.ts";

export const deleteRoomTemplate: WriteAction<typeof rooms.deleteRoomTemplate> = async (tx, { input }) => {
  const { workspaceId, templateId } = input;
  if (isBuiltIn(templateId)) fail(rooms.TemplateBuiltIn);
  if (!(await deleteTemplateRow(tx, workspaceId, templateId))) fail(rooms.TemplateNotFound);
  tx.emit(rooms.RoomTemplateDeleted, feedOf.workspace(workspaceId), { templateId });
  return null;
};
