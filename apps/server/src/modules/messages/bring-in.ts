/** Bringing in history: times are kept, ids are chosen by the importer, and what is there already is passed over. */
import { feedOf, messages } from "@althing/contract";
import { fail } from "../../kernel/failure.ts";
import type { Emitted, WriteTx } from "../../kernel/tx.ts";
import { listAccountRefs } from "../accounts/index.ts";
import { compose, findNamed, parseMessage } from "./composing.ts";
import { insertMentions } from "./store/mentions.ts";
import { insertMessages, lockByIds, type NewMessage, newRow, updateThreadSummaries } from "./store/messages.ts";
import type { MessageRow } from "./tables.ts";
import { withReply } from "./threads.ts";
import { viewMessage, viewThread } from "./views.ts";

export type Imported = (typeof messages.ImportedMessage)["_zod"]["output"];

/** The rights are the caller's to ask for. Gives, by id, the events of those that were not there yet. */
export async function bringInMessages(
  tx: WriteTx,
  place: { readonly roomId: string; readonly workspaceId: string },
  given: readonly Imported[],
): Promise<ReadonlyMap<string, Emitted>> {
  const { roomId } = place;
  const rows = new Map((await lockByIds(tx, idsOf(given))).map((row) => [row.id, row]));
  const fresh = given.filter(({ id }) => !rows.has(id));
  if (given.some(({ id }) => rows.get(id) && rows.get(id)?.room_id !== roomId)) fail(messages.MessageIdTaken);
  requireParents(fresh, rows, roomId);
  const composed = await composeAll(tx, place, fresh);
  const refs = await listAccountRefs(tx, [...new Set(fresh.map(({ authorId }) => authorId))]);
  const written: { message: Imported; row: MessageRow | undefined; sent: Emitted }[] = [];
  for (const message of fresh) {
    const one = { message, row: undefined as MessageRow | undefined, sent: undefined as unknown as Emitted };
    one.sent = tx.emit(
      messages.MessageSent,
      feedOf.room(roomId),
      () => {
        const row = one.row as MessageRow;
        const root = row.parent_id === null ? undefined : rows.get(row.parent_id);
        return {
          message: viewMessage(withoutThread(row), refs.get(row.author_id)),
          thread: root ? viewThread(root) : null,
        };
      },
      { stamp: Date.parse(message.at) * 1_000, by: message.authorId },
    );
    written.push(one);
  }
  tx.onNumbered(async () => {
    for (const one of written) {
      one.row = newRow({
        ...(composed.get(one.message.id) as Omit<NewMessage, "seq" | "stamp">),
        ...one.sent.position,
      });
      rows.set(one.row.id, one.row);
    }
    const inserted = written.flatMap(({ row }) => row ?? []);
    await insertMessages(tx, inserted);
    await insertMentions(tx, inserted);
    for (const row of inserted) withReply(rows, row);
    await updateThreadSummaries(
      tx,
      [...rows.values()].filter((row) => row.reply_count > 0),
    );
  });
  return new Map(written.map(({ message, sent }) => [message.id, sent]));
}

const idsOf = (given: readonly Imported[]): string[] => [
  ...new Set(given.flatMap(({ id, parentId }) => [id, parentId].filter((one) => one !== undefined))),
];

/** Replies of the same page arrive one after another; a summary in an event is as of its own page. */
const withoutThread = (row: MessageRow): MessageRow => ({
  ...row,
  reply_count: 0,
  last_reply_stamp: null,
  participant_ids: [],
});

function requireParents(fresh: readonly Imported[], rows: ReadonlyMap<string, MessageRow>, roomId: string): void {
  const roots = new Set(fresh.flatMap(({ id, parentId }) => (parentId === undefined ? [id as string] : [])));
  for (const { parentId } of fresh) {
    if (parentId === undefined || roots.has(parentId)) continue;
    const parent = rows.get(parentId);
    if (parent?.room_id !== roomId || parent.parent_id !== null) fail(messages.MessageNotFound);
  }
}

async function composeAll(
  tx: WriteTx,
  place: { roomId: string; workspaceId: string },
  fresh: readonly Imported[],
): Promise<Map<string, Omit<NewMessage, "seq" | "stamp">>> {
  const parsed = fresh.map((message) => ({ message, parsed: parseMessage(message.body) }));
  const found = await findNamed(
    tx,
    parsed.map((one) => ({ ...place, parsed: one.parsed })),
  );
  const named = found.get(place.roomId);
  return new Map(
    parsed.map(({ message, parsed: text }) => {
      const { html, mentions } = compose(text, named, undefined, false);
      const { id, kind, authorId, body, parentId = null, system } = message;
      const row = {
        id,
        room_id: place.roomId,
        kind,
        author_id: authorId,
        parent_id: parentId,
        in_room: parentId === null,
        body,
        html,
        mentions,
      };
      return [id, { ...row, silent: true, system: system ? { ...system, accountId: authorId } : null }];
    }),
  );
}
