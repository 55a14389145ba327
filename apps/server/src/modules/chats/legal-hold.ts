// Under a legal hold no conversation with an assistant is deleted, not even by whoever it belongs to.
import type { workspaces } from "@althing/contract";
import type { RoomHold } from "../rooms/index.ts";
import { getRetention, lockRetention } from "./store/retention.ts";

export const legalHold: RoomHold = {
  async isOn(tx, { kind, workspaceId }) {
    if (kind !== "assistant") return false;
    await lockRetention(tx, workspaceId);
    return (await getRetention(tx, workspaceId as workspaces.WorkspaceId)).legal_hold;
  },
};
