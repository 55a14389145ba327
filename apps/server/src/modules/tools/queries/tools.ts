import { tools } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { findConflicts } from "../definitions/likeness.ts";
import { listDefinitionRows } from "../store/definitions.ts";
import { viewTool } from "../views.ts";
import { listUsable } from "./catalog.ts";
import { listOwnTools } from "./own-tools.ts";

export const listTools: ReadAction<typeof tools.listTools> = async (tx, call) => {
  const { workspaceId, sourceId } = call.input;
  const seesAll = accessOf(call).permissions.has(tools.ToolManage.name);
  const own = (await listOwnTools(tx, workspaceId)).map(
    ({ id, name, wording, fingerprint, reads }): tools.Tool => ({
      id,
      workspaceId,
      sourceId: tools.builtInSourceId,
      name,
      wording,
      fingerprint,
      state: "approved",
      reads,
      approved: null,
      approvedAt: null,
    }),
  );
  const foreign = (await listDefinitionRows(tx, workspaceId)).map(viewTool);
  return [...own, ...foreign].filter(
    (tool) => (seesAll || tool.state === "approved") && (sourceId === undefined || tool.sourceId === sourceId),
  );
};

export const listToolConflicts: ReadAction<typeof tools.listToolConflicts> = async (tx, { input }) =>
  findConflicts(await listUsable(tx, input.workspaceId));
