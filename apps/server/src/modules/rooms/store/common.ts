import type { rooms } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";

/** What someone's roles give; flags in a room give or take it there. */
export type Reader = {
  readonly id: string;
  readonly sees: boolean;
  readonly reads: boolean;
  readonly isGuest: boolean;
};

// Memberships are counted by room: all must be in it and hold the rights, or visit a public channel.
const selectCommon = defineStatement(
  "rooms.readable_by_all",
  `with readers as (
     select * from unnest($2::uuid[], $3::boolean[], $4::boolean[], $5::boolean[]) as q (id, sees, reads, visits)
   ), standings as (
     select m.room_id, count(*) as present, count(*) filter (where not q.visits) as bound,
       bool_and(coalesce((m.flags ->> 'room.view')::boolean, q.sees)
         and coalesce((m.flags ->> 'message.read')::boolean, q.reads)) as allowed
     from readers q join room_members m on m.account_id = q.id group by m.room_id
   )
   select r.id from rooms r left join standings s on s.room_id = r.id
   where r.workspace_id = $1 and not r.unlisted and coalesce(s.allowed, true)
     and (s.present = (select count(*) from readers)
       or (r.kind = 'channel' and r.visibility = 'public'
         and coalesce(s.bound, 0) = (select count(*) from readers where not visits)))
   order by r.id`,
);

export async function listReadableByAll(
  tx: ReadTx,
  workspaceId: string,
  readers: readonly Reader[],
): Promise<rooms.RoomId[]> {
  const rows = await tx.query<{ id: rooms.RoomId }>(selectCommon, [
    workspaceId,
    readers.map(({ id }) => id),
    readers.map(({ sees }) => sees),
    readers.map(({ reads }) => reads),
    readers.map(({ sees, reads, isGuest }) => sees && reads && !isGuest),
  ]);
  return rows.map(({ id }) => id);
}
