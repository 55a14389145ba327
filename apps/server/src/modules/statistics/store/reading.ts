// What is asked of the rollups. A range of days bounds every question.
import type { ReadTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { DayRow, Range, StepRow } from "../tables.ts";

/** A question about a room or a workspace: its id is the first value, the days are the next two. */
function question<Row>(name: string, text: string) {
  const statement = defineStatement(`statistics.${name}`, text);
  return (tx: ReadTx, id: string, { from, to }: Range, ...more: readonly unknown[]): Promise<Row[]> =>
    tx.query<Row>(statement, [id, from, to, ...more]);
}

const inRange = "day between $2::date and $3::date";
const inRoom = `from statistics_people where room_id = $1 and ${inRange}`;
const inWorkspace = `from statistics_rooms join statistics_people using (room_id) where workspace_id = $1 and ${inRange}`;
const sums = "sum(messages)::int as messages, sum(replies)::int as replies, sum(reactions)::int as reactions";
const active = `count(distinct account_id) filter (where messages > 0)::int as "activePeople"`;

export const listRoomDays = question<DayRow>(
  "room_days",
  `select day::text, ${sums}, ${active} ${inRoom} group by day`,
);

/** Who posted most; the fourth value is how many are listed. */
export const listRoomPeople = question<{ accountId: string; messages: number; activePeople: number }>(
  "room_people",
  `select account_id as "accountId", sum(messages)::int as messages, count(*) over ()::int as "activePeople"
   ${inRoom} and messages > 0 group by account_id order by messages desc, account_id limit $4`,
);

/** The threads with most replies; the fourth value is how many are listed. */
export const listRoomThreads = question<{ rootId: string; replies: number }>(
  "room_threads",
  `select root_id as "rootId", sum(replies)::int as replies from statistics_threads
   where room_id = $1 and ${inRange} group by root_id having sum(replies) > 0
   order by replies desc, root_id desc limit $4`,
);

/** The fourth value is where the steps end. */
export const listResponseSteps = question<StepRow>(
  "room_responses",
  `select width_bucket(seconds, $4::int[]) as step, count(*)::int as count from statistics_answers
   where room_id = $1 and ${inRange} group by step`,
);

const medians = question<{ seconds: number | null }>(
  "room_median",
  `select percentile_cont(0.5) within group (order by seconds) as seconds from statistics_answers
   where room_id = $1 and ${inRange}`,
);
/** Null where nobody answered. */
export const getMedianSeconds = async (tx: ReadTx, roomId: string, range: Range): Promise<number | null> =>
  (await medians(tx, roomId, range))[0]?.seconds ?? null;

export const listWorkspaceDays = question<DayRow>(
  "workspace_days",
  `select day::text, ${sums}, ${active} ${inWorkspace} group by day`,
);

/** Each room in which someone posted, the busiest first. */
export const listWorkspaceRooms = question<{ roomId: string; messages: number; activePeople: number }>(
  "workspace_rooms",
  `select room_id as "roomId", sum(messages)::int as messages, ${active} ${inWorkspace}
   group by room_id having sum(messages) > 0 order by messages desc, room_id`,
);

const people = question<{ count: number }>(
  "workspace_people",
  `select count(distinct account_id)::int as count ${inWorkspace} and messages > 0`,
);
export const countActivePeople = async (tx: ReadTx, workspaceId: string, range: Range): Promise<number> =>
  (await people(tx, workspaceId, range))[0]?.count ?? 0;
