/** What of a conversation a run is about: along the asker's branch, the thread, or the end of the room. */
import type { assistants } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { lastReadSeq, type Said, saidAfter, saidBefore, saidByIds, saidInThread } from "../../messages/index.ts";
import { membersAmong, type RoomFacts } from "../../rooms/index.ts";
import { RunFault } from "../runs/faults.ts";
import { listBranch } from "../store/conversations.ts";
import type { RunRow } from "../tables.ts";

export type Conversation = {
  /** In rising order, without the message that asked. */
  readonly before: readonly Said[];
  readonly prompt: Said | undefined;
  /** Whether people speak with the assistant here, and not with each other. */
  readonly isChat: boolean;
};

const newest = Number.MAX_SAFE_INTEGER;
const roomTail = 30;
const threadTail = 200;
const branchTail = 200;
const mostSummarised = 500;
/** Purposes that are about what others said, and not about a question. */
const lookBack: ReadonlySet<assistants.RunPurpose> = new Set(["summary", "actions"]);

/** The message that asked. */
export async function readPrompt(tx: ReadTx, { prompt_id }: RunRow): Promise<Said | undefined> {
  if (prompt_id === null) return undefined;
  const [prompt] = await saidByIds(tx, [prompt_id]);
  if (!prompt) throw new RunFault("message_gone");
  return prompt;
}

export async function readConversation(
  tx: ReadTx,
  run: RunRow,
  room: RoomFacts,
  prompt: Said | undefined,
): Promise<Conversation> {
  const isAnswer = run.purpose === "answer";
  const isTree = isAnswer && room.kind === "assistant";
  const isChat = isTree || (isAnswer && (await isPair(tx, run, room)));
  const found = await (isTree && prompt ? branch(tx, prompt) : around(tx, run, room, prompt));
  return { before: found.filter(({ id }) => id !== prompt?.id), prompt, isChat };
}

/** Whether it is a direct message between a person and the assistant, and not one in which it is called. */
const isPair = async (tx: ReadTx, { room_id, assistant_id }: RunRow, { kind }: RoomFacts): Promise<boolean> =>
  kind === "dm" && (await membersAmong(tx, room_id, [assistant_id])).size > 0;

async function branch(tx: ReadTx, prompt: Said): Promise<Said[]> {
  const [ids, thread] = await Promise.all([
    listBranch(tx, prompt.parentId ?? prompt.id, branchTail),
    prompt.parentId === null ? [] : saidInThread(tx, prompt.parentId, prompt.seq, threadTail),
  ]);
  const said = new Map((await saidByIds(tx, ids)).map((one) => [one.id, one]));
  return [...ids.flatMap((id) => said.get(id) ?? []), ...thread.filter(({ id }) => !said.has(id))];
}

async function around(tx: ReadTx, run: RunRow, room: RoomFacts, prompt: Said | undefined): Promise<Said[]> {
  const rootId = run.purpose === "answer" ? prompt?.parentId : (run.parent_id ?? prompt?.parentId);
  if (rootId) return saidInThread(tx, rootId, prompt?.seq ?? newest, threadTail);
  if (run.purpose === "translation" || run.purpose === "draft") {
    return saidBefore(tx, run.room_id, prompt ? prompt.seq + 1 : newest, roomTail);
  }
  if (lookBack.has(run.purpose)) return unread(tx, run, room);
  if (run.parent_id && run.parent_id !== prompt?.id) return saidInThread(tx, run.parent_id, newest, threadTail);
  return saidBefore(tx, run.room_id, prompt?.seq ?? newest, roomTail);
}

/** Who has read everything gets the end of the room once more. */
async function unread(tx: ReadTx, run: RunRow, room: RoomFacts): Promise<Said[]> {
  const { sinceSeq } = run.request;
  const reader = { accountId: run.asked_by, roomId: run.room_id, joinedSeq: room.joinedSeq };
  const since = sinceSeq ?? (await lastReadSeq(tx, reader));
  const missed = await saidAfter(tx, run.room_id, since, mostSummarised);
  return missed.length > 0 || sinceSeq !== undefined ? missed : saidBefore(tx, run.room_id, newest, roomTail);
}
