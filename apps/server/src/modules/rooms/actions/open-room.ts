import { type AccountId, feedOf, rooms, type workspaces } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { isPersonal, nameKey, switchesOf } from "../policy.ts";
import { insertRoom } from "../store/rooms.ts";
import { viewFacts } from "../views.ts";
import { announce } from "./announce.ts";
import { enterRooms, type Newcomer } from "./enter-rooms.ts";

export type Opening = {
  readonly id?: rooms.RoomId;
  readonly workspaceId: workspaces.WorkspaceId;
  readonly kind: rooms.RoomKind;
  readonly visibility: rooms.RoomVisibility;
  readonly name?: string;
  readonly topic?: string;
  readonly description?: string;
  readonly guidelines?: string;
  readonly ownerId: AccountId | null;
  readonly isDefault?: boolean;
  readonly unlisted?: boolean;
  readonly pairKey?: string;
  /** The messages are posted and pinned by who hears of it. */
  readonly madeFrom?: { readonly templateId: rooms.RoomTemplateId; readonly pinnedMessages: string[] };
};

/** Makes a room with these members and tells everyone; undefined if another has its name or pair. */
export async function openRoom(
  tx: WriteTx,
  opening: Opening,
  memberIds: readonly AccountId[],
  openedBy: AccountId,
): Promise<Newcomer[] | undefined> {
  const { kind, name } = opening;
  const room = await insertRoom(tx, {
    id: opening.id ?? (tx.newId() as rooms.RoomId),
    workspace_id: opening.workspaceId,
    kind,
    name: name ?? null,
    name_key: name === undefined ? null : nameKey(name),
    visibility: opening.visibility,
    topic: opening.topic ?? "",
    description: opening.description ?? "",
    guidelines: opening.guidelines ?? "",
    owner_id: opening.ownerId,
    created_by: openedBy,
    category_id: null,
    system_messages: switchesOf(kind),
    is_default: opening.isDefault ?? false,
    unlisted: opening.unlisted ?? false,
    pair_key: opening.pairKey ?? null,
    archived_at: null,
    created_at: tx.now,
  });
  if (!room) return undefined;
  const refs = isPersonal(room) ? await listAccountRefs(tx, memberIds.toSorted()) : new Map();
  const facts = viewFacts({ ...room, member_count: memberIds.length }, [...refs.values()]);
  announce(tx, rooms.RoomOpened, room, { room: facts });
  if (opening.madeFrom) {
    const where = { workspaceId: room.workspace_id, roomId: room.id };
    tx.emit(rooms.RoomMadeFromTemplate, feedOf.room(room.id), { ...where, ...opening.madeFrom });
  }
  return enterRooms(tx, [room], memberIds, openedBy);
}
