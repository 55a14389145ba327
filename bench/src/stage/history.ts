/** Rooms with a past, put into the database directly: what matters is that it is there, not how it came. */
import type { Stage } from "./stage.ts";

export type History = { roomIds: string[]; readers: number };

const readers = 10;
const recent = 60;

const insertMessages = `
  insert into messages (id, room_id, seq, kind, author_id, parent_id, in_room, body, html, mentions, silent, stamp,
    reactions, reply_count, last_reply_stamp, participant_ids)
  select uuidv7(make_interval(secs => i - $3::int)), r.id, f.head + i, 'message', ($2::uuid[])[1 + (i + r.k) % $5], null, true,
    'Line ' || i || ': the ferry from the east quay leaves at nine; bring the **papers** for crate ' || r.k || '.',
    '<p>Line ' || i || ': the ferry from the east quay leaves at nine; bring the <strong>papers</strong> for crate ' || r.k || '.</p>',
    '[]', false, (extract(epoch from now()) * 1e6)::bigint + (i - $3)::bigint * 1000000,
    case when i % 5 = 0 then '[{"emoji":"👍","count":2}]'::jsonb else '[]' end,
    case when i % 10 = 0 then 3 else 0 end,
    case when i % 10 = 0 then (extract(epoch from now()) * 1e6)::bigint end,
    case when i % 10 = 0 then ($2::uuid[])[1:3] else '{}' end
  from generate_series($4::int, $6::int) i
  cross join unnest($1::uuid[]) with ordinality r (id, k)
  join feeds f on f.feed = 'room:' || r.id`;

const afterwards = [
  `insert into reactions (message_id, emoji, account_id)
   select m.id, '👍', a from unnest($1::uuid[]) r (id)
   join feeds f on f.feed = 'room:' || r.id
   join messages m on m.room_id = r.id and m.seq > f.head + $3 - ${recent} and m.reactions <> '[]'
   cross join unnest(($2::uuid[])[1:2]) a`,
  `insert into read_states (account_id, room_id, last_read_seq, threads_read_seq, read_at)
   select a, r.id, f.head + $3 - 30, f.head + $3 - 30, now()
   from unnest($1::uuid[]) r (id) join feeds f on f.feed = 'room:' || r.id cross join unnest($2::uuid[]) a`,
  `update feeds f set head = head + $3, stamp = (extract(epoch from now()) * 1e6)::bigint
   from unnest($1::uuid[]) r (id) where f.feed = 'room:' || r.id and $2::uuid[] is not null`,
  // As if they had been counted when they were said; else the server counts them at its start.
  `insert into statistics_rooms (room_id, workspace_id, as_of_seq)
   select r.id, r.workspace_id, $3 from rooms r where r.id = any ($1::uuid[]) and $2::uuid[] is not null
   on conflict do nothing`,
];

const batch = 500;

const histories = new WeakMap<Stage, History>();

/** The stage's history, which is made at the first asking. */
export async function ensureHistory(stage: Stage, options: { rooms: number; messages: number }): Promise<History> {
  const history = histories.get(stage) ?? (await makeHistory(stage, options));
  histories.set(stage, history);
  return history;
}

/** Makes rooms of ten people with `messages` messages together, the last thirty of each unread, and restarts the server. */
async function makeHistory(stage: Stage, options: { rooms: number; messages: number }): Promise<History> {
  const roomIds: string[] = [];
  while (roomIds.length < options.rooms) roomIds.push(await stage.room("Past", readers));
  const authors = stage.people.slice(0, readers).map(({ id }) => id);
  const each = Math.ceil(options.messages / options.rooms);
  for (let from = 1; from <= each; from += batch) {
    const to = Math.min(from + batch - 1, each);
    await stage.database.query(insertMessages, [roomIds, authors, each, from, readers, to]);
  }
  for (const statement of afterwards) await stage.database.query(statement, [roomIds, authors, each]);
  await stage.database.query("vacuum analyze messages");
  await stage.restart();
  return { roomIds, readers };
}
