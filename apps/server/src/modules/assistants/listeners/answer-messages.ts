/**
 * Hears what people say, and writes down whom they ask: whom they mention, who they are in conversation with or write to
 * directly, and whose answer or mention began the thread that they reply in. Only people ask: never assistants, the system, history that is
 * brought in, or what is sent without a sound, so that nothing answers itself.
 */
import { assistants, messages, type rooms, type ToldFailure } from "@althing/contract";
import { type HeardEvent, isEvent, type LogListener } from "../../../kernel/module.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { findRooms, roomScope } from "../../rooms/index.ts";
import { comeIn } from "../conversations/come-in.ts";
import { takeTurn } from "../conversations/take-turn.ts";
import { answersInThreads } from "../policy.ts";
import { isAskable } from "../queries/find-assistants.ts";
import { queueOrTell } from "../runs/queue-run.ts";
import { listByIds } from "../store/assistants.ts";
import { listChats } from "../store/conversations.ts";
import { listThreadAssistants } from "../store/runs.ts";
import type { AssistantRow } from "../tables.ts";
import { listPartners } from "./partners.ts";

type Heard = { readonly message: messages.Message; readonly seq: number };

export const answerMessages: LogListener = {
  name: "assistants.answer_messages",
  events: [messages.MessageSent],
  async hear(tx, events) {
    const heard = events.flatMap(askingOf);
    if (heard.length === 0) return;
    const said = heard.map(({ message }) => message);
    const roomIds = distinct(said.map(({ roomId }) => roomId));
    const [chatRows, rooms] = await Promise.all([listChats(tx, roomIds), findRooms(tx, roomIds)]);
    const chats = new Map(chatRows.map((chat) => [chat.room_id as string, chat]));
    for (const one of heard) {
      const chat = chats.get(one.message.roomId);
      if (chat) await takeTurn(tx, chat, one);
    }
    const called = await listCalled(tx, said, await listPartners(tx, rooms, chats));
    for (const message of said) {
      const room = rooms.get(message.roomId);
      if (room) for (const assistant of called.get(message.id) ?? []) await call(tx, message, room, assistant);
    }
  },
};

/** A message that came from elsewhere in a move was heard where it was said. */
function askingOf(event: HeardEvent): Heard[] {
  if (!isEvent(event, messages.MessageSent)) return [];
  const { message } = event.data;
  const isAsking =
    message.kind === "message" &&
    message.author.kind === "person" &&
    !message.silent &&
    message.version === 1 &&
    message.deletedAt === null;
  return isAsking ? [{ message, seq: event.seq }] : [];
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
const namedIn = ({ mentions }: messages.Message): string[] => mentions.flatMap(({ id }) => id ?? []);

/** Which assistants each message is for. */
async function listCalled(
  tx: WriteTx,
  said: readonly messages.Message[],
  partners: ReadonlyMap<string, readonly string[]>,
): Promise<Map<string, AssistantRow[]>> {
  const roots = distinct(
    said.flatMap(({ parentId, mentions }) => (parentId && mentions.length === 0 ? [parentId] : [])),
  );
  const threads = Map.groupBy(await listThreadAssistants(tx, roots), ({ rootId }) => rootId);
  const wanted = new Map(
    said.map((message): [string, string[]] => {
      const named = namedIn(message);
      const inThread = (threads.get(message.parentId ?? "") ?? []).map(({ assistantId }) => assistantId);
      const spokenWith = partners.get(message.roomId) ?? [];
      return [message.id, distinct([...named, ...(named.length === 0 ? inThread : []), ...spokenWith])];
    }),
  );
  const rows = new Map(
    (await listByIds(tx, distinct([...wanted.values()].flat()))).map((row) => [row.account_id as string, row]),
  );
  return new Map([...wanted].map(([id, ids]) => [id, ids.flatMap((one) => rows.get(one) ?? [])]));
}

async function call(
  tx: WriteTx,
  message: messages.Message,
  room: Pick<rooms.Room, "kind">,
  assistant: AssistantRow,
): Promise<void> {
  const { roomId, author } = message;
  const [access] = await roomScope.resolve(tx, [{ accountId: author.id, id: roomId }]);
  if (!access || access.workspaceId !== assistant.workspace_id) return;
  const failure = await refusalOf(tx, author.id, access, assistant);
  const isIn = failure === undefined && (await comeIn(tx, assistant, { roomId, askerId: author.id }));
  await queueOrTell(
    tx,
    {
      assistant,
      roomId,
      askerId: author.id,
      purpose: "answer",
      audience: isIn ? "room" : "asker",
      promptId: message.id,
      parentId: message.parentId ?? (answersInThreads(room) ? message.id : null),
      request: {},
    },
    failure,
  );
}

async function refusalOf(
  tx: WriteTx,
  accountId: string,
  access: { readonly workspaceId: string; readonly permissions: ReadonlySet<string> },
  assistant: AssistantRow,
): Promise<ToldFailure | undefined> {
  const { runFailures, AssistantAsk } = assistants;
  if (!access.permissions.has(AssistantAsk.name)) return { code: "may_not_ask", message: runFailures.may_not_ask };
  const isThere = await isAskable(tx, accountId, access.workspaceId, assistant);
  return isThere ? undefined : { code: "assistant_gone", message: runFailures.assistant_gone };
}
