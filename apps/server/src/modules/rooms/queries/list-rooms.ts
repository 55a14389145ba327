import type { rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { listMine } from "../store/mine.ts";
import { loadMyRooms } from "./my-rooms.ts";

export const listRooms: ReadAction<typeof rooms.listRooms> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { workspaceId, archived } = call.input;
  const rows = await listMine(tx, account.id, workspaceId, archived === "true");
  return loadMyRooms(tx, account.id, workspaceId, rows);
};
