/** After the load: every acknowledged message is a row, and the numbers of its room have no hole. */
import type { Stage } from "./stage.ts";

export async function audit(stage: Stage, roomId: string, acknowledged: number): Promise<void> {
  const { rows } = await stage.database.query(
    `select (select count(*)::int from messages where room_id = $1 and kind = 'message') as stored,
       (select count(*)::int from events where feed = 'room:' || $1) as events,
       (select max(seq) - min(seq) + 1 from events where feed = 'room:' || $1)::int as numbers,
       (select count(distinct seq)::int from messages where room_id = $1) = (select count(*) from messages where room_id = $1) as distinct`,
    [roomId],
  );
  const [{ stored, events, numbers, distinct }] = rows;
  if (stored !== acknowledged) throw new Error(`${acknowledged} messages were acknowledged and ${stored} are stored`);
  if (events !== numbers) throw new Error(`${numbers} numbers were given and ${events} events are there`);
  if (!distinct) throw new Error("A number was given to two messages");
}
