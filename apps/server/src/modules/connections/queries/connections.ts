import type { connections } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { listConnectionRows } from "../store/connections.ts";
import { viewConnection } from "../views.ts";

export const listConnections: ReadAction<typeof connections.listConnections> = async (tx, { actor, input }) =>
  (await listConnectionRows(tx, requireAccount(actor).account.id, input.workspaceId)).map(viewConnection);
