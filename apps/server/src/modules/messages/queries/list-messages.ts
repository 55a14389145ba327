import type { messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { type Call, PageOf } from "../../../kernel/call.ts";
import { microseconds, type ReadTx } from "../../../kernel/tx.ts";
import { requireMessage, viewMessages } from "../finding.ts";
import { newestPage, newestPageSize } from "../newest.ts";
import { selectAfter, selectBefore, selectSeqSince } from "../store/messages.ts";
import type { MessageRow } from "../tables.ts";

const newest = Number.MAX_SAFE_INTEGER;

/** Either way the page is in rising order, and stable while messages arrive: it is bounded by numbers, not by counts. */
export const listMessages: ReadAction<typeof messages.listMessages> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  if (isNewest(call)) return newestPage(tx, call.input.roomId, account.id, call.input.limit);
  const { rows, hasOlder, hasNewer } = await page(tx, call);
  const items = await viewMessages(tx, account.id, rows);
  const [first, last] = [rows[0], rows.at(-1)];
  return new PageOf(items, {
    previous: first && hasOlder ? { before: first.seq } : undefined,
    next: last && hasNewer ? { after: last.seq } : undefined,
  });
};

type ListCall = Call<typeof messages.listMessages>;

const isNewest = ({ input, cursor }: ListCall): boolean =>
  !cursor &&
  ![input.before, input.after, input.around, input.at].some((one) => one !== undefined) &&
  input.limit <= newestPageSize;

type Page = { rows: MessageRow[]; hasOlder: boolean; hasNewer: boolean };

async function page(tx: ReadTx, { input, cursor }: ListCall): Promise<Page> {
  const { roomId, limit, before, after, around, at } = input;
  if (around !== undefined) return pageAround(tx, roomId, (await requireMessage(tx, roomId, around)).seq, limit);
  if (at !== undefined) {
    const seq = await selectSeqSince(tx, roomId, microseconds(new Date(at)));
    return pageAround(tx, roomId, seq ?? newest, limit);
  }
  // A cursor stands in `cursor`, or in the place of the id it continues from.
  const upper =
    cursor?.before ?? (cursor || before === undefined ? undefined : (await requireMessage(tx, roomId, before)).seq);
  if (upper !== undefined) return { ...older(await selectBefore(tx, roomId, upper, limit + 1), limit), hasNewer: true };
  const lower =
    cursor?.after ?? (cursor || after === undefined ? undefined : (await requireMessage(tx, roomId, after)).seq);
  if (lower !== undefined) return { ...newer(await selectAfter(tx, roomId, lower, limit + 1), limit), hasOlder: true };
  return { ...older(await selectBefore(tx, roomId, newest, limit + 1), limit), hasNewer: false };
}

async function pageAround(tx: ReadTx, roomId: string, seq: number, limit: number): Promise<Page> {
  const half = Math.floor(limit / 2);
  const { rows: before, hasOlder } = older(await selectBefore(tx, roomId, seq, half + 1), half);
  const room = limit - before.length;
  const { rows: after, hasNewer } = newer(await selectAfter(tx, roomId, seq - 1, room + 1), room);
  return { rows: [...before, ...after], hasOlder, hasNewer };
}

const older = (rows: MessageRow[], limit: number) => ({ rows: rows.slice(-limit), hasOlder: rows.length > limit });
const newer = (rows: MessageRow[], limit: number) => ({ rows: rows.slice(0, limit), hasNewer: rows.length > limit });
