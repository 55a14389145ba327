/**
 * An account's rights in rooms, asked for every message and every subscription. The answers are remembered; what
 * makes them wrong is heard in listeners/forget-access.ts.
 */
import { type AccountId, type PermissionDef, rooms } from "@althing/contract";
import type { Actor } from "../../../kernel/actor.ts";
import { defineMemo } from "../../../kernel/memo.ts";
import { type Access, type AccessQuestion, authorize, defineScope } from "../../../kernel/permission.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { memberPermissions } from "../../workspaces/index.ts";
import { permissionsIn } from "../policy.ts";
import { listStandings, type StandingRow } from "../store/mine.ts";
import { listRoomRows } from "../store/rooms.ts";

/** What other modules may know of a room. */
export type RoomTraits = {
  readonly kind: rooms.RoomKind;
  readonly visibility: rooms.RoomVisibility;
  readonly name: string | null;
  readonly ownerId: AccountId | null;
  readonly systemMessages: rooms.SystemMessageSwitches;
};

/** What comes with the right to a room. */
export type RoomFacts = RoomTraits & {
  readonly isMember: boolean;
  /** The number of the event of the join; 0 for someone who is not in the room. */
  readonly joinedSeq: number;
};

export const accessMemo = defineMemo<Access<RoomFacts>>("rooms.access", { ttlSeconds: 30, max: 50_000 });
export const accessKey = (roomId: string, accountId: string): string => `${roomId} ${accountId}`;

export const roomScope = defineScope<RoomFacts>({
  object: "room",
  notFound: rooms.RoomNotFound,
  async resolve(tx, questions) {
    const keyOf = ({ id, accountId }: AccessQuestion) => accessKey(id, accountId);
    const found = await tx.memo(accessMemo, questions.map(keyOf), (missing) => loadAccess(tx, missing));
    return questions.map((question) => found.get(keyOf(question)));
  },
});

/** The facts of an access that roomScope gave. */
export const roomFacts = (access: Access): RoomFacts => access.facts as RoomFacts;

/** Requires a permission over a room that is not the route's own, such as where a message moves to. */
export async function requireRoom(
  tx: ReadTx,
  actor: Actor,
  roomId: string,
  permission: PermissionDef,
): Promise<Access<RoomFacts>> {
  const access = await authorize(new Map([["room", roomScope]]), tx, actor, permission, "room", roomId);
  return access as Access<RoomFacts>;
}

async function loadAccess(tx: ReadTx, keys: readonly string[]): Promise<Map<string, Access<RoomFacts>>> {
  const standings = await listStandings(
    tx,
    keys.map((key) => {
      const [roomId = "", accountId = ""] = key.split(" ");
      return { roomId, accountId };
    }),
  );
  const roles = await memberPermissions(
    tx,
    standings.map((row) => ({ accountId: row.account_id, workspaceId: row.workspace_id })),
  );
  const loaded = new Map<string, Access<RoomFacts>>();
  standings.forEach((row, index) => {
    const workspace = roles[index];
    const permissions = permissionsIn({ room: row, accountId: row.account_id, workspace, flags: row.flags });
    if (permissions) loaded.set(accessKey(row.room_id, row.account_id), accessOf(row, permissions));
  });
  return loaded;
}

const accessOf = (row: StandingRow, permissions: ReadonlySet<string>): Access<RoomFacts> => ({
  id: row.room_id,
  workspaceId: row.workspace_id,
  permissions,
  frozen: row.archived_at ? rooms.RoomArchived : undefined,
  facts: { ...traitsOf(row), isMember: row.flags !== null, joinedSeq: row.joined_seq ?? 0 },
});

type FoundRoom = RoomTraits & {
  readonly workspaceId: string;
  readonly unlisted: boolean;
  readonly createdAt: Date;
};

/** The rooms among these that there are, whoever may see them. */
export async function findRooms(tx: ReadTx, roomIds: readonly string[]): Promise<Map<string, FoundRoom>> {
  return new Map(
    (await listRoomRows(tx, roomIds)).map((row) => [
      row.id,
      { ...traitsOf(row), workspaceId: row.workspace_id, unlisted: row.unlisted, createdAt: row.created_at },
    ]),
  );
}

const traitsOf = (row: Pick<StandingRow, "kind" | "visibility" | "name" | "owner_id" | "system_messages">) => ({
  kind: row.kind,
  visibility: row.visibility,
  name: row.name,
  ownerId: row.owner_id,
  systemMessages: row.system_messages,
});
