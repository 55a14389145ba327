// Which conversations have come to the end of their time.
import { feedOf, type rooms } from "@althing/contract";
import type { ReadTx } from "../../kernel/tx.ts";
import { findConversation, listConversations } from "../assistants/index.ts";
import { findRooms } from "../rooms/index.ts";
import { listKeeps, listRetentions } from "./store/retention.ts";
import type { RetentionRow } from "./tables.ts";

const day = 24 * 60 * 60 * 1_000;
const page = 500;
const nobodys = "00000000-0000-0000-0000-000000000000";

export type Ending = {
  readonly roomId: string;
  readonly workspaceId: string;
  readonly ownerId: string | null;
  readonly temporary: boolean;
  readonly kept: boolean;
  readonly ownDays: number | null;
  readonly held: boolean;
  readonly lastAt: Date;
};

type Decided = (workspaceId: string, found: RetentionRow | undefined) => Pick<RetentionRow, "days" | "legal_hold">;
const asFound: Decided = (_, found) => found ?? { days: null, legal_hold: false };

/** All whose time is over, page by page; those that are kept or held are named as such. */
export async function* endings(
  read: <T>(work: (tx: ReadTx) => Promise<T>) => Promise<T>,
  decided: Decided = asFound,
): AsyncGenerator<Ending[]> {
  for (let after: string | undefined = nobodys; after !== undefined; ) {
    const from = after;
    const found: { last: string | undefined; ending: Ending[] } = await read((tx) => endingsAfter(tx, from, decided));
    yield found.ending;
    after = found.last;
  }
}

async function endingsAfter(
  tx: ReadTx,
  after: string,
  decided: Decided,
): Promise<{ last: string | undefined; ending: Ending[] }> {
  const chats = await listConversations(tx, after, page);
  const ids = chats.map(({ room_id }) => room_id);
  const known = await findRooms(tx, ids);
  const heads = await tx.heads(ids.map(feedOf.room));
  const retentions = await listRetentions(tx, [...new Set([...known.values()].map(({ workspaceId }) => workspaceId))]);
  const keeps = await listKeeps(tx, ids);
  const ending = chats.flatMap(({ room_id: roomId, temporary }): Ending[] => {
    const room = known.get(roomId);
    if (!room) return [];
    const { workspaceId, ownerId, createdAt } = room;
    const { days, legal_hold: held } = decided(workspaceId, retentions.get(workspaceId));
    const lastMs = lastOf(createdAt, heads.get(feedOf.room(roomId)));
    const keep = keeps.get(roomId);
    const ownDays = keep?.own_days ?? null;
    const lastsDays = temporary ? 1 : (ownDays ?? days);
    if (lastsDays === null || lastMs + lastsDays * day > tx.now.getTime()) return [];
    const kept = keep?.kept ?? false;
    return [{ roomId, workspaceId, ownerId, temporary, kept, ownDays, held, lastAt: new Date(lastMs) }];
  });
  return { last: chats.length < page ? undefined : chats.at(-1)?.room_id, ending };
}

/** What was brought in is as old as what was said in it, but has been here since it came. */
const lastOf = (createdAt: Date, head: { stamp: number } | undefined): number =>
  Math.max(createdAt.getTime(), (head?.stamp ?? 0) / 1_000);

/** When a conversation's time is over; undefined where it never is. */
export async function findEnd(tx: ReadTx, roomId: rooms.RoomId, days: number | null): Promise<Date | undefined> {
  const chat = await findConversation(tx, roomId);
  const room = (await findRooms(tx, [roomId])).get(roomId);
  const lastsDays = chat?.temporary ? 1 : days;
  if (!room || lastsDays === null) return undefined;
  const heads = await tx.heads([feedOf.room(roomId)]);
  return new Date(lastOf(room.createdAt, heads.get(feedOf.room(roomId))) + lastsDays * day);
}
