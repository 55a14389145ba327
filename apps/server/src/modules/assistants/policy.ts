// Whom an assistant is there for, and who may look behind it.
import { assistants, type rooms } from "@althing/contract";
import type { Access } from "../../kernel/permission.ts";
import type { AssistantRow } from "./tables.ts";

type Person = { readonly accountId: string; readonly permissions: ReadonlySet<string> };

export const personOf = (accountId: string, access: Pick<Access, "permissions">): Person => ({
  accountId,
  permissions: access.permissions,
});

export const isOpen = ({ settings, archived_at }: AssistantRow): boolean =>
  settings.visibility === "workspace" && archived_at === null;

/** Own ones are private to their owner, and to who may manage all. */
export const maySee = (row: AssistantRow, person: Person): boolean =>
  row.settings.visibility === "workspace" || mayChange(row, person);

export const mayChange = (row: AssistantRow, { accountId, permissions }: Person): boolean =>
  row.owner_id === accountId || permissions.has(assistants.AssistantManage.name);

/** Where many speak about many things an answer stands in a thread; in conversations of a few it follows the question. */
export const answersInThreads = ({ kind }: Pick<rooms.Room, "kind">): boolean =>
  kind === "channel" || kind === "project";
