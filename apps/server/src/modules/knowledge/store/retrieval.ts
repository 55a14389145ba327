// Passages as they are found: by their words, of rooms that are given, never more than a bounded number.
import type { ReadTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { PassageRow } from "../tables.ts";

const columns = (of: string) =>
  ["message_id", "room_id", "root_id", "author_id", "seq", "stamp", "text"].map((name) => `${of}.${name}`).join(", ");

/** Where to look: rooms, and times in microseconds since 1970. */
export type Reach = { readonly roomIds: readonly string[]; readonly from: number; readonly to: number };

const within = `p.room_id in (select unnest($1::uuid[])) and p.stamp >= $2 and p.stamp < $3`;

// The queries stand in rows, so that each is looked up by itself; the planner must not count them.
const frequencies = defineStatement(
  "knowledge.frequencies",
  `select (
     select count(*)::int from (select from passages p where p.words @@ t.query and ${within} limit $5) as found
   ) as count,
   (select greatest(reltuples, 0)::int from pg_class where oid = 'passages'::regclass) as total
   from unnest($4::text[]::tsquery[]) with ordinality as t (query, place) order by t.place`,
);

/** In how many passages each query is found, counted no further than to a limit, and about how many there are at all. */
export async function countPassages(
  tx: ReadTx,
  { roomIds, from, to }: Reach,
  queries: readonly string[],
  atMost: number,
): Promise<{ counts: number[]; total: number }> {
  const rows = await tx.query<{ count: number; total: number }>(frequencies, [roomIds, from, to, queries, atMost]);
  return { counts: rows.map(({ count }) => count), total: rows[0]?.total ?? 0 };
}

const candidates = defineStatement(
  "knowledge.candidates",
  `select ${columns("p")} from (
     select found.message_id, sum(t.weight) as weight
     from unnest($4::text[]::tsquery[], $5::float8[]) as t (query, weight)
     cross join lateral (select p.message_id from passages p where p.words @@ t.query and ${within} limit $6) as found
     group by found.message_id order by weight desc, found.message_id desc limit $7
   ) as best join passages p on p.message_id = best.message_id`,
);
export type WeighedQuery = { readonly query: string; readonly weight: number };

/** The passages that have most of what is asked, by weight. */
export const listCandidates = (
  tx: ReadTx,
  { roomIds, from, to }: Reach,
  queries: readonly WeighedQuery[],
  limits: { perQuery: number; count: number },
): Promise<PassageRow[]> =>
  tx.query(candidates, [
    roomIds,
    from,
    to,
    queries.map(({ query }) => query),
    queries.map(({ weight }) => weight),
    limits.perQuery,
    limits.count,
  ]);

const threads = defineStatement(
  "knowledge.threads",
  `select ${columns("p")} from unnest($1::uuid[]) as r (id) join passages p on p.message_id = r.id
   union all
   select ${columns("p")} from unnest($1::uuid[]) as r (id)
   cross join lateral (select * from passages p where p.root_id = r.id order by p.seq limit $2) as p`,
);

/** Threads by the messages that began them: these, and so many replies of each. */
export const listThreads = (tx: ReadTx, rootIds: readonly string[], replies: number): Promise<PassageRow[]> =>
  tx.query(threads, [rootIds, replies]);

const following = defineStatement(
  "knowledge.following",
  `select ${columns("p")} from unnest($1::uuid[], $2::bigint[]) as c (room_id, seq)
   cross join lateral (
     select * from passages p where p.room_id = c.room_id and p.seq > c.seq order by p.seq limit $3
   ) as p`,
);

/** What was said in the rooms just after these numbers. */
export const listFollowing = (
  tx: ReadTx,
  after: readonly Pick<PassageRow, "room_id" | "seq">[],
  each: number,
): Promise<PassageRow[]> =>
  tx.query(following, [after.map(({ room_id }) => room_id), after.map(({ seq }) => seq), each]);

/** A query for any of the forms of a word. */
export const anyOf = (forms: readonly string[]): string => forms.map(quote).join(" | ");
/** A query for what fits all of these. */
export const allOf = (queries: readonly string[]): string => queries.map((query) => `(${query})`).join(" & ");

const quote = (lexeme: string): string => `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
