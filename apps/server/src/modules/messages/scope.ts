// Rights over a message are the rights over the room it is in.
import { messages } from "@althing/contract";
import { type Access, defineScope } from "../../kernel/permission.ts";
import type { ReadTx } from "../../kernel/tx.ts";
import { type RoomFacts, roomScope } from "../rooms/index.ts";
import { selectByIds } from "./store/messages.ts";
import type { MessageRow } from "./tables.ts";

export type MessageFacts = { room: RoomFacts; row: MessageRow };

export const messageScope = defineScope<MessageFacts>({
  object: "message",
  notFound: messages.MessageNotFound,
  async resolve(tx: ReadTx, questions) {
    const rows = new Map(
      (await selectByIds(tx, [...new Set(questions.map(({ id }) => id))])).map((row) => [row.id, row]),
    );
    const known = questions.filter(({ id }) => rows.has(id));
    const asked = known.map(({ accountId, id }) => ({ accountId, id: rows.get(id)?.room_id ?? "" }));
    const answers = new Map((await roomScope.resolve(tx, asked)).map((access, index) => [known[index], access]));
    return questions.map((question) => withRow(answers.get(question), rows.get(question.id)));
  },
});

const withRow = (
  access: Access<RoomFacts> | undefined,
  row: MessageRow | undefined,
): Access<MessageFacts> | undefined => access && row && { ...access, facts: { room: access.facts, row } };

export const messageFacts = (access: Access): MessageFacts => access.facts as MessageFacts;
