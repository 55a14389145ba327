/** How PostgreSQL finds what is asked most, in a database that has been used for a while: by an index, never by reading all. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf, type rooms } from "@althing/contract";
import { type Harbour, openHarbour, startServer, type TestServer } from "@althing/testkit";
import { listenIn } from "./statements.ts";

const messageCount = 20_000;
const roomCount = 20;

let server: TestServer;
let harbour: Harbour;
let ears: ReturnType<typeof listenIn>;
let roomId: rooms.RoomId;

type Plan = {
  "Node Type": string;
  "Total Cost": number;
  "Relation Name"?: string;
  "Index Name"?: string;
  Plans?: Plan[];
};

beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
  const { ana, ben, channel } = harbour;
  const made = [];
  for (let index = 0; index < roomCount; index++) made.push(await channel(`full-${index}`, [ben]));
  roomId = (made[0] as rooms.Room).id;
  await fill(made.map(({ id }) => id));
  await ana.messages.sendMessage({ roomId, body: "Hello @ben" });
  await server.settled();
  ears = listenIn(server);
}, 60_000);
afterAll(() => server.dispose());

/** As if everyone had talked for a year: each room a tenth of replies and of mentions. */
async function fill(roomIds: readonly string[]): Promise<void> {
  const { pool } = server.database;
  const each = Math.ceil(messageCount / roomIds.length);
  await pool.query(
    `insert into messages (id, room_id, seq, kind, author_id, parent_id, in_room, body, html, stamp)
     select uuidv7(make_interval(days => -n % 300)), r, 100 + n, 'message', $2, case when n % 10 = 0 then uuidv7() end, n % 10 > 0,
       'Words', '<p>Words</p>', 1000000 + n
     from unnest($1::uuid[]) as r, generate_series(1, ${each}) as n`,
    [roomIds, harbour.ana.id],
  );
  await pool.query(
    `insert into message_mentions (message_id, room_id, seq, kind, account_id, stamp)
     select id, room_id, seq, 'person', $1, stamp from messages where seq % 10 = 5`,
    [harbour.cem.id],
  );
  await pool.query(
    `insert into events (feed, seq, id, type, at, data)
     select 'room:' || r, 100 + n, uuidv7(), 'messages.receipt_moved', now(), '{}' from unnest($1::uuid[]) as r, generate_series(1, ${each}) as n`,
    [roomIds],
  );
  for (let part = 0; part < 4; part++) {
    await pool.query(
      `insert into passages (message_id, room_id, root_id, author_id, seq, stamp, text, words)
       select id, room_id, parent_id, author_id, seq, stamp, 'Words of crate ' || seq, array_to_tsvector(array['word', 'crate', seq::text])
       from messages where seq % 4 = $1`,
      [part],
    );
  }
  await pool.query(
    "update feeds f set head = greatest(head, (select max(seq) from events e where e.feed = f.feed)) where feed like 'room:%'",
  );
  // Other rooms, of which nobody here hears.
  await pool.query(
    `with made as (
       insert into rooms select (jsonb_populate_record(r, jsonb_build_object('id', uuidv7(), 'name_key', 'other ' || n))).*
       from rooms r, generate_series(1, 3000) as n where r.id = $1 returning id
     ), joined as (
       insert into room_members select (jsonb_populate_record(m, jsonb_build_object('room_id', made.id, 'account_id', uuidv7()))).*
       from made, room_members m where m.room_id = $1
     )
     insert into feeds select 'room:' || id, 1, 0 from made`,
    [roomIds[0]],
  );
  await pool.query("vacuum (analyze)");
}

/** All steps of the plan for a statement, as it was last said. */
async function planOf(name: string): Promise<Plan[]> {
  const said = ears.last(name);
  if (!said) throw new Error(`${name} was not said`);
  const { rows } = await server.database.pool.query(`explain (format json) ${said.text}`, said.values);
  const steps = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(steps)];
  return steps((rows[0] as { "QUERY PLAN": [{ Plan: Plan }] })["QUERY PLAN"][0].Plan);
}

const growing = /^(messages|events|message_mentions|feeds|rooms|room_members|passages)/;

/** Partitions of times to come are empty: reading them costs nothing. */
const isReadWhole = (step: Plan): boolean =>
  step["Node Type"] === "Seq Scan" && growing.test(step["Relation Name"] ?? "") && step["Total Cost"] > 1;

/** The tables that grow are read through an index, at least one of them through this one. */
async function expectIndex(name: string, index: RegExp): Promise<void> {
  const plan = await planOf(name);
  expect({ name, readWhole: plan.filter(isReadWhole) }).toEqual({ name, readWhole: [] });
  expect({ name, indexes: plan.flatMap((step) => step["Index Name"] ?? []) }).toEqual({
    name,
    indexes: expect.arrayContaining([expect.stringMatching(index)]),
  });
}

test("pages of a room, before and after", async () => {
  const { ben } = harbour;
  await ears.during(async () => {
    const page = await ben.messages.listMessages({ roomId, limit: 50 });
    await ben.messages.listMessages({ roomId, before: page[0]?.id, limit: 50 });
    await ben.messages.listMessages({ roomId, after: page[0]?.id, limit: 50 });
  });
  await expectIndex("messages.page_before", /room_id_seq/);
  await expectIndex("messages.page_after", /room_id_seq/);
  await expectIndex("messages.by_ids", /pkey/);
});

test("what waits, in all rooms at once", async () => {
  const { ben, workspaceId } = harbour;
  await ears.during(() => ben.rooms.listRooms({ workspaceId }));
  await expectIndex("reading.unread", /room_id_seq/);
  await expectIndex("feeds.heads", /feeds_pkey/);
});

test("mentions of someone", async () => {
  const { cem, ana, workspaceId } = harbour;
  await ana.rooms.addRoomMembers({ roomId, accountIds: [cem.id] });
  const { result } = await ears.during(() => cem.messages.listMentions({ workspaceId } as never));
  expect(result.length).toBeGreaterThan(0);
  await expectIndex("mentions.of_account", /message_mentions/);
});

test("rights to rooms", async () => {
  const { cem } = harbour;
  await ears.during(() => cem.messages.listMessages({ roomId }));
  await expectIndex("rooms.standings", /rooms_pkey/);
  await expectIndex("rooms.standings", /room_members_/);
});

test("what a returning follower missed", async () => {
  const { ben, connect } = harbour;
  await ears.during(async () => {
    const socket = await connect(ben, [{ feed: feedOf.room(roomId), after: 1_000 }]);
    await socket.until(() => socket.events.length > 50);
    socket.close();
  });
  await expectIndex("feeds.after", /events_\d+_pkey/);
});

test("a message on its way in", async () => {
  const { ana } = harbour;
  await ears.during(async () => {
    const { id } = await ana.messages.sendMessage({ roomId, body: "Root" });
    await ana.messages.replyToMessage({ roomId, messageId: id, body: "Reply" });
    await ana.messages.getThread({ roomId, messageId: id });
  });
  // The upsert finds its rows by the index that decides on the conflict, which no step names.
  expect((await planOf("feeds.take_heads")).filter(isReadWhole)).toEqual([]);
  await expectIndex("messages.thread", /(pkey|parent_id_seq)/);
});

test("what consumers and other servers have yet to read", async () => {
  await ears.during(async () => {
    await harbour.ana.messages.sendMessage({ roomId, body: "New" });
    await server.settled();
  });
  await expectIndex("feeds.settled", /xid_feed_seq/);
});

test("passages for a question, and the rooms that someone may read", async () => {
  const { ben, workspaceId } = harbour;
  const { result } = await ears.during(() =>
    ben.knowledge.findPassages({ workspaceId, question: "words of crate 417" }),
  );
  expect(result[0]?.text).toBe("Words of crate 417");
  await expectIndex("rooms.readable_by_all", /room_members/);
  await expectIndex("knowledge.frequencies", /passages_words/);
  await expectIndex("knowledge.candidates", /passages_words/);
  await expectIndex("knowledge.threads", /passages_in_thread/);
  await expectIndex("knowledge.following", /passages_in_room/);
});
