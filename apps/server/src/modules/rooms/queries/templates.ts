import { rooms, type workspaces } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { builtInTemplates } from "../built-in-templates.ts";
import { findTemplateRow, listTemplateRows } from "../store/templates.ts";
import { viewTemplate } from "../views.ts";

export const listRoomTemplates: ReadAction<typeof rooms.listRoomTemplates> = async (tx, { input }) => [
  ...builtInTemplates(input.workspaceId),
  ...(await listTemplateRows(tx, input.workspaceId)).map(viewTemplate),
];

/** A template that rooms can be made from: built in, or the workspace's own. */
export async function requireTemplate(
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
  templateId: rooms.RoomTemplateId,
): Promise<rooms.RoomTemplate> {
  const builtIn = builtInTemplates(workspaceId).find(({ id }) => id === templateId);
  const own = builtIn ? undefined : await findTemplateRow(tx, workspaceId, templateId);
  return builtIn ?? (own ? viewTemplate(own) : fail(rooms.TemplateNotFound));
}
