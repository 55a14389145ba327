import { type assistants, messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf, type Call } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { type Said, saidByIds } from "../../messages/index.ts";
import { requireModelAllowed } from "../../models/index.ts";
import { roomFacts } from "../../rooms/index.ts";
import { comeIn } from "../conversations/come-in.ts";
import { answersInThreads } from "../policy.ts";
import { requireAskable } from "../queries/find-assistants.ts";
import { queueRun } from "../runs/queue-run.ts";
import { findChat } from "../store/conversations.ts";
import type { AssistantRow } from "../tables.ts";

type AskCall = Call<typeof assistants.ask>;

export const ask: WriteAction<typeof assistants.ask> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { roomId, purpose, promptId, parentId, question, sinceSeq, language, model } = call.input;
  const access = accessOf(call);
  const { workspaceId } = access;
  const assistantId = call.input.assistantId ?? (await findChat(tx, roomId))?.assistant_id;
  const assistant = await requireAskable(tx, account.id, { workspaceId, assistantId });
  const { prompt, parent } = await requireMessages(tx, call);
  const place = { workspaceId: assistant.workspace_id, accountId: account.id };
  if (model) await requireModelAllowed(tx, { ...place, choice: model });
  const audience = await audienceOf(tx, call, assistant);
  const beginsThread = answersInThreads(roomFacts(access)) && isSpoken(call);
  const threadId = parent?.id ?? prompt?.parentId ?? (beginsThread ? prompt?.id : undefined);
  return queueRun(tx, {
    assistant,
    roomId,
    askerId: account.id,
    purpose,
    audience,
    promptId: promptId ?? null,
    parentId: (threadId as messages.MessageId | undefined) ?? parentId ?? null,
    request: { question, sinceSeq, language, model },
  });
};

const isSpoken = ({ input }: AskCall): boolean => (input.audience ?? "room") === "room" && input.purpose === "answer";

async function requireMessages(tx: WriteTx, { input }: AskCall): Promise<{ prompt?: Said; parent?: Said }> {
  const ids = [input.promptId, input.parentId].filter((id) => id !== undefined);
  const found = new Map((await saidByIds(tx, ids)).map((said) => [said.id, said]));
  const required = (id: string | undefined): Said | undefined => {
    if (id === undefined) return undefined;
    const said = found.get(id);
    return said?.roomId === input.roomId ? said : fail(messages.MessageNotFound);
  };
  const parent = required(input.parentId);
  if (parent && parent.parentId !== null) fail(messages.MessageNotFound);
  const prompt = required(input.promptId);
  return { ...(prompt && { prompt }), ...(parent && { parent }) };
}

/** An answer is for the room where the assistant is or may be brought in, and where who asks may speak; all else is for them. */
async function audienceOf(tx: WriteTx, call: AskCall, assistant: AssistantRow): Promise<"room" | "asker"> {
  if (call.input.purpose !== "answer" || call.input.audience === "asker") return "asker";
  requireAlso(accessOf(call), messages.MessageSend);
  const { account } = requireAccount(call.actor);
  const isIn = await comeIn(tx, assistant, { roomId: call.input.roomId, askerId: account.id });
  return isIn ? "room" : "asker";
}
