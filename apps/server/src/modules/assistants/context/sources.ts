// What is shown to an assistant under numbers, and nothing else can be cited.
import { type AccountId, type accounts, assistants, type messages, type rooms } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { findPassages, listCommonRooms, type Passage } from "../../knowledge/index.ts";
import type { Said } from "../../messages/index.ts";
import { findRooms } from "../../rooms/index.ts";
import type { RunRow } from "../tables.ts";
import type { CallOutcome } from "../toolboxes.ts";

type Source = assistants.Source;

const passagesShown = 8;
const quoteLength = 1_200;
const { sourcesCount } = assistants.runLimits;

/** Whom a question calls says nothing of what it is about. */
const handles = /(?<![\w@])@[a-z0-9][\w.-]*/gi;

/** Where it may look: what every reader of the answer may read, or of that the rooms that were chosen. */
export async function lookUp(
  tx: ReadTx,
  run: RunRow,
  asked: {
    readonly readerIds: readonly AccountId[];
    readonly knowledge: assistants.AssistantSettings["knowledge"];
    readonly question: string;
    readonly prompt: Said | undefined;
  },
): Promise<Passage[]> {
  const { readerIds, knowledge, question, prompt } = asked;
  if (knowledge.reach === "conversation" || question.trim() === "") return [];
  const common = await listCommonRooms(tx, { workspaceId: run.workspace_id, readerIds });
  const chosen = new Set<string>(knowledge.roomIds);
  const roomIds = knowledge.reach === "chosen" ? common.filter((id) => chosen.has(id)) : common;
  if (roomIds.length === 0) return [];
  const words = question.replaceAll(handles, " ");
  return findPassages(tx, {
    workspaceId: run.workspace_id,
    roomIds,
    question: words,
    limit: passagesShown,
    // The conversation itself may be cited, but for the question.
    excludeIds: prompt ? [prompt.id as messages.MessageId] : [],
  });
}

/** Passages as sources, numbered from one. */
export async function sourcesOf(tx: ReadTx, passages: readonly Passage[], quote: "whole" | "best"): Promise<Source[]> {
  const found = await findRooms(tx, [...new Set(passages.map(({ roomId }) => roomId))]);
  return passages.slice(0, sourcesCount).map((passage, index) => ({
    ...messageSource(passage, found.get(passage.roomId)?.name ?? null),
    handle: index + 1,
    quote: (quote === "best" ? passage.quote : passage.text).slice(0, quoteLength),
  }));
}

/** What was said, as sources: for a summary, whose statements rest on it. The last ones, where they are many. */
export const saidSources = (said: readonly Said[], roomName: string | null): Source[] =>
  said.slice(-sourcesCount).map((one, index) => ({
    ...messageSource({ ...one, messageId: one.id, author: one.author ?? null }, roomName),
    handle: index + 1,
    quote: one.body.slice(0, quoteLength),
  }));

type Quoted = {
  readonly messageId: string;
  readonly roomId: string;
  readonly author: accounts.AccountRef | null;
  readonly at: Date;
};

function messageSource(said: Quoted, roomName: string | null): Omit<Source, "handle" | "quote"> {
  return {
    kind: "message",
    title: `${said.author?.name ?? "Someone"}${roomName === null ? "" : ` in #${roomName}`}`,
    cited: false,
    roomId: said.roomId as rooms.RoomId,
    messageId: said.messageId as messages.MessageId,
    author: said.author,
    at: said.at.toISOString(),
    url: null,
  };
}

/**
 * What tools brought, numbered on after the passages in the order in which it was asked for. What it says is not quoted: the
 * room sees a run's sources, and a call's result is for who asked.
 */
export const toolSources = (outcomes: readonly CallOutcome[], after: number): Source[] =>
  outcomes
    .filter(({ failed }) => !failed)
    .slice(0, Math.max(0, sourcesCount - after))
    .map((outcome, index) => ({
      handle: after + index + 1,
      kind: "tool",
      title: outcome.name,
      quote: "",
      cited: false,
      roomId: null,
      messageId: null,
      author: null,
      at: null,
      url: null,
    }));
