// Which conversations have come to the end of their time.
import { feedOf } from "@althing/contract";
import type { ReadTx } from "../../kernel/tx.ts";
import { listConversations } from "../assistants/index.ts";
import { findRooms } from "../rooms/index.ts";
import { listKept, listRetentions } from "./store/retention.ts";
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
  const rooms = await findRooms(tx, ids);
  const heads = await tx.heads(ids.map(feedOf.room));
  const retentions = await listRetentions(tx, [...new Set([...rooms.values()].map(({ workspaceId }) => workspaceId))]);
  const kept = await listKept(tx, ids);
  const ending = chats.flatMap(({ room_id: roomId, temporary }): Ending[] => {
    const room = rooms.get(roomId);
    if (!room) return [];
    const { workspaceId, ownerId, createdAt } = room;
    const { days, legal_hold: held } = decided(workspaceId, retentions.get(workspaceId));
    // What was brought in is as old as what was said in it, but has been here since it came.
    const lastMs = Math.max(createdAt.getTime(), (heads.get(feedOf.room(roomId))?.stamp ?? 0) / 1_000);
    const lastsDays = temporary ? 1 : days;
    if (lastsDays === null || lastMs + lastsDays * day > tx.now.getTime()) return [];
    const isKept = kept.has(roomId);
    return [{ roomId, workspaceId, ownerId, temporary, kept: isKept, held, lastAt: new Date(lastMs) }];
  });
  return { last: chats.length < page ? undefined : chats.at(-1)?.room_id, ending };
}
