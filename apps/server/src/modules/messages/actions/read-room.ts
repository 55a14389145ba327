/** Saying how far one has read, for many calls at once: of those of one account and room only the furthest is written. */
import { feedOf, messages, type rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { BatchAction } from "../../../kernel/binding.ts";
import { accessOf, type Call } from "../../../kernel/call.ts";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { roomFacts } from "../../rooms/index.ts";
import { announceCursor, unreadOfRoom } from "../reading.ts";
import { sendsReceipts } from "../receipts.ts";
import {
  type Cursor,
  type CursorKey,
  deleteMarks,
  type Mark,
  selectCursors,
  selectMarks,
  upsertCursors,
} from "../store/reading.ts";

type ReadCall = Call<typeof messages.readRoom>;
type State = CursorKey &
  Cursor & { joinedSeq: number; before: Cursor; marks: Mark[]; kind: string; actor: ReadCall["actor"] };
type Context = { states: Map<string, State>; heads: ReadonlyMap<string, { head: number }> };
type Plan = State;

const keyOf = ({ accountId, roomId }: CursorKey) => `${accountId} ${roomId}`;
const cursorKeyOf = ({ actor, input }: ReadCall): CursorKey => ({
  accountId: requireAccount(actor).account.id,
  roomId: input.roomId,
});

export const readRoom: BatchAction<typeof messages.readRoom, Context, Plan> = {
  shard: ({ input }) => input.roomId,
  load,

  decide(call, { states, heads }) {
    const state = states.get(keyOf(cursorKeyOf(call)));
    if (!state) throw new Error("The read state was not loaded");
    const head = heads.get(feedOf.room(call.input.roomId))?.head ?? 0;
    const { seq } = call.input;
    state.lastReadSeq = Math.max(state.lastReadSeq, Math.min(seq ?? head, head));
    if (seq === undefined) state.threadsReadSeq = Math.max(state.threadsReadSeq, head);
    return state;
  },

  store,
};

async function load(tx: ReadTx, calls: readonly ReadCall[]): Promise<Context> {
  const keys = [...new Map(calls.map((call) => [keyOf(cursorKeyOf(call)), call])).values()];
  const cursors = new Map((await selectCursors(tx, keys.map(cursorKeyOf))).map((cursor) => [keyOf(cursor), cursor]));
  const marks = Map.groupBy(await selectMarks(tx, keys.map(cursorKeyOf)), keyOf);
  const heads = await tx.heads(keys.map(({ input }) => feedOf.room(input.roomId)));
  const states = keys.map((call): [string, State] => {
    const key = cursorKeyOf(call);
    const { joinedSeq, kind } = roomFacts(accessOf(call));
    const before = cursors.get(keyOf(key)) ?? { ...key, lastReadSeq: joinedSeq, threadsReadSeq: joinedSeq };
    return [
      keyOf(key),
      {
        ...before,
        ...key,
        before: { ...before },
        joinedSeq,
        kind,
        actor: call.actor,
        marks: marks.get(keyOf(key)) ?? [],
      },
    ];
  });
  return { states: new Map(states), heads };
}

async function store(tx: WriteTx, plans: readonly Plan[]): Promise<() => rooms.Unread[]> {
  const states = [...new Set(plans)];
  const moved = states.filter(
    ({ lastReadSeq, threadsReadSeq, before, marks }) =>
      lastReadSeq > before.lastReadSeq ||
      threadsReadSeq > before.threadsReadSeq ||
      marks.some(({ seq }) => seq <= lastReadSeq),
  );
  if (moved.length > 0) {
    await upsertCursors(tx, moved);
    // What one has read again is no longer marked.
    await deleteMarks(
      tx,
      moved.map((state) => ({ ...state, low: 0, high: state.lastReadSeq })),
    );
  }
  for (const state of moved) {
    announceCursor(
      tx,
      state,
      state,
      state.marks.filter(({ seq }) => seq > state.lastReadSeq),
    );
    await announceReceipt(tx, state);
  }
  const unread = new Map<State, rooms.Unread>();
  for (const state of states) unread.set(state, await unreadOfRoom(tx, state.accountId, state.roomId, state.joinedSeq));
  return () => plans.map((plan) => unread.get(plan) as rooms.Unread);
}

/** In direct messages and groups the others see how far one has read, unless one turned that off. */
async function announceReceipt(tx: WriteTx, { kind, actor, roomId, lastReadSeq, before }: State): Promise<void> {
  if ((kind !== "dm" && kind !== "group") || lastReadSeq <= before.lastReadSeq) return;
  const { account } = requireAccount(actor);
  if (!(await sendsReceipts(tx, [account.id])).has(account.id)) return;
  tx.emit(
    messages.ReceiptMoved,
    feedOf.room(roomId),
    { roomId: roomId as rooms.RoomId, account, readSeq: lastReadSeq, readAt: tx.now.toISOString() },
    { by: account.id },
  );
}
