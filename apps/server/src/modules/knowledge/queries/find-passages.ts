/** What was said that fits a question, in rooms that the asker was found to be allowed: a few statements, all bounded. */
import type { accounts, messages, rooms, workspaces } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { findAccountsByHandles, listAccountRefs } from "../../accounts/index.ts";
import { findCandidates, weighTerms, withContext } from "../retrieval/gather.ts";
import { withoutRepeats } from "../retrieval/near-duplicates.ts";
import type { Period } from "../retrieval/period.ts";
import { type Question, readQuestion } from "../retrieval/question.ts";
import { quoteOf } from "../retrieval/quote.ts";
import { type NamedPerson, rank } from "../retrieval/rank.ts";
import type { PassageRow } from "../tables.ts";

export type Passage = {
  readonly messageId: messages.MessageId;
  readonly roomId: rooms.RoomId;
  readonly rootId: messages.MessageId | null;
  readonly author: accounts.AccountRef;
  readonly at: Date;
  readonly seq: number;
  /** Plain text, word for word. */
  readonly text: string;
  /** The best of it, word for word. */
  readonly quote: string;
  readonly score: number;
  /** From 0 to 1: the share of the question's weighty words that it, or what it answers, has. */
  readonly coverage: number;
};

export type Asked = {
  workspaceId: workspaces.WorkspaceId;
  roomIds: readonly rooms.RoomId[];
  question: string;
  limit: number;
  excludeIds?: readonly messages.MessageId[];
};

const candidateCount = 120;

export async function findPassages(tx: ReadTx, asked: Asked): Promise<Passage[]> {
  const question = readQuestion(asked.question, tx.now);
  if (asked.roomIds.length === 0 || question.terms.length === 0) return [];
  const reach = { roomIds: asked.roomIds, ...stampsOf(question.period) };
  const [people, terms] = await Promise.all([findPeople(tx, question), weighTerms(tx, question.terms, reach)]);
  const candidates = await findCandidates(tx, reach, { terms, question, count: candidateCount });
  const excluded = new Set<string>(asked.excludeIds);
  const rows = (await withContext(tx, candidates)).filter(({ message_id }) => !excluded.has(message_id));
  const ranked = rank({ question, terms, rows, people, now: tx.now.getTime() });
  const best = withoutRepeats(ranked, asked.limit);
  const authors = await listAccountRefs(tx, [...new Set(best.map(({ row }) => row.author_id))]);
  return best.flatMap(({ row, score, coverage }) => {
    const author = authors.get(row.author_id);
    return author ? { ...viewPassage(row, author), quote: quoteOf(row.text, terms), score, coverage } : [];
  });
}

const stampsOf = ({ from, to }: Period): { from: number; to: number } => ({
  from: from * 1_000,
  to: Math.min(to * 1_000, Number.MAX_SAFE_INTEGER),
});

async function findPeople(tx: ReadTx, question: Question): Promise<Map<string, NamedPerson>> {
  const refs = await findAccountsByHandles(tx, [...question.named, ...question.possiblyNamed]);
  return new Map(refs.map(({ id, handle }) => [id, { handle, sure: question.named.includes(handle) }]));
}

const viewPassage = (row: PassageRow, author: accounts.AccountRef) => ({
  messageId: row.message_id as messages.MessageId,
  roomId: row.room_id as rooms.RoomId,
  rootId: row.root_id as messages.MessageId | null,
  author,
  at: new Date(row.stamp / 1_000),
  seq: row.seq,
  text: row.text,
});
