// The log is cut by week. Partitions are made ahead, and dropped whole when they are older than the retention.
import { type Database, defineStatement, type Session } from "../database/index.ts";

const weekMs = 7 * 86_400_000;
const weeksAhead = 4;
const list = defineStatement(
  "feeds.partitions",
  `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
   where i.inhparent = 'events'::regclass`,
);

/** The Monday at or before a time, in UTC. */
const weekOf = (time: number): Date => new Date(Math.floor((time - 4 * 86_400_000) / weekMs) * weekMs + 4 * 86_400_000);
const nameOf = (start: Date): string => `events_${start.toISOString().slice(0, 10).replaceAll("-", "")}`;

async function existing(session: Session): Promise<Set<string>> {
  return new Set((await session.query<{ name: string }>(list)).map(({ name }) => name));
}

/** Makes the partitions of this week and the next four. */
export async function makePartitions(database: Database, now: Date): Promise<string[]> {
  return database.query(async (session) => {
    const present = await existing(session);
    const made: string[] = [];
    for (let week = 0; week <= weeksAhead; week++) {
      const start = weekOf(now.getTime() + week * weekMs);
      const name = nameOf(start);
      if (present.has(name)) continue;
      const end = new Date(start.getTime() + weekMs);
      await session.run(
        `create table if not exists ${name} partition of events for values from ('${start.toISOString()}') to ('${end.toISOString()}')`,
      );
      made.push(name);
    }
    return made;
  });
}

/** Drops the partitions that ended before the retention began. Followers further behind are told to reload. */
export async function trimPartitions(database: Database, now: Date, retentionDays: number): Promise<string[]> {
  const oldest = nameOf(weekOf(now.getTime() - retentionDays * 86_400_000));
  return database.query(async (session) => {
    const old = [...(await existing(session))].filter((name) => /^events_\d{8}$/.test(name) && name < oldest);
    for (const name of old) await session.run(`drop table if exists ${name}`);
    return old;
  });
}
