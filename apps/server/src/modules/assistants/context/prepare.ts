/** Everything a run shows to a model, or to the search that answers in its place: gathered once, within a budget. */
import type { AccountId, assistants } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import type { Passage } from "../../knowledge/index.ts";
import type { Said } from "../../messages/index.ts";
import { findRoomTexts } from "../../rooms/index.ts";
import { RunFault } from "../runs/faults.ts";
import { listReaders, type RunStanding } from "../runs/standing.ts";
import { findVersion } from "../store/assistants.ts";
import { findChat } from "../store/conversations.ts";
import type { RunRow } from "../tables.ts";
import { type OfferedTool, type RunFacts, toolboxes } from "../toolboxes.ts";
import { type Conversation, readConversation } from "./conversation.ts";
import { FilePlan, type PlannedMessage, type PlannedPart, type Senses, tokensOf, wordsOf } from "./files.ts";
import { lookUp, saidSources, sourcesOf } from "./sources.ts";
import { systemPrompt, wish } from "./system-prompt.ts";
import { chatTranscript, dataOf, roomTranscript, user } from "./transcript.ts";

export type Prepared = {
  readonly settings: assistants.AssistantSettings;
  readonly conversation: Conversation;
  readonly question: string;
  readonly passages: readonly Passage[];
  readonly sources: readonly assistants.Source[];
  readonly readMessages: number;
  readonly facts: RunFacts;
  readonly tools: readonly OfferedTool[];
  readonly messages: readonly PlannedMessage[];
};

export type Capacity = {
  readonly inputTokens: number;
  readonly countTokens: (text: string) => number;
  readonly senses: Senses;
};

/** So much of what a model can read may be files. */
const shareOfFiles = 0.5;

const isLookingBack = ({ purpose }: RunRow): boolean => purpose === "summary" || purpose === "actions";

export async function prepare(tx: ReadTx, run: RunRow, standing: RunStanding, capacity: Capacity): Promise<Prepared> {
  const settings = await settingsOf(tx, run, standing);
  const conversation = await readConversation(tx, run, standing.room);
  const question = run.request.question ?? (conversation.prompt ? wordsOf(conversation.prompt) : "");
  requireHeard(run, conversation.prompt, question);
  const said = [...conversation.before, ...(conversation.prompt ? [conversation.prompt] : [])];
  const { room } = standing;
  // What was shown once keeps its numbers: a run that goes on elsewhere looks nothing up again.
  const isGoingOn = run.started_at !== null && capacity.inputTokens > 0;
  const passages =
    run.purpose === "answer" && !isGoingOn
      ? await lookUp(tx, run, { room, knowledge: settings.knowledge, question, prompt: conversation.prompt })
      : [];
  const sources = isGoingOn
    ? run.sources
    : isLookingBack(run)
      ? saidSources(conversation.before, room.name)
      : await sourcesOf(tx, passages, capacity.inputTokens === 0 ? "best" : "whole");
  const facts = await factsOf(tx, run, standing, settings);
  const tools = run.purpose === "answer" ? await toolboxes.current.list(tx, facts) : [];
  const gathered = { settings, conversation, question, passages, sources, facts, tools };
  const messages = capacity.inputTokens === 0 ? [] : await messagesFor(tx, run, standing, gathered, capacity);
  return { ...gathered, messages, readMessages: said.length };
}

/** A voice note that nobody wrote down, and nothing else, is no question. */
function requireHeard({ purpose }: RunRow, prompt: Said | undefined, question: string): void {
  const kinds = new Set(prompt?.attachments.map(({ kind }) => kind));
  const isOnlySpoken = kinds.size === 1 && kinds.has("audio");
  if (purpose === "answer" && isOnlySpoken && question.trim() === "") throw new RunFault("not_heard");
}

/** As the assistant was set when it was asked; in a trial, as it would be. */
async function settingsOf(tx: ReadTx, run: RunRow, { assistant }: RunStanding): Promise<assistants.AssistantSettings> {
  const chat = await findChat(tx, run.room_id);
  if (chat?.trial && chat.assistant_id === assistant.account_id) return chat.trial;
  if (run.settings_version === assistant.version) return assistant.settings;
  return (await findVersion(tx, assistant.account_id, run.settings_version))?.settings ?? assistant.settings;
}

async function factsOf(
  tx: ReadTx,
  run: RunRow,
  { room }: RunStanding,
  { tools }: assistants.AssistantSettings,
): Promise<RunFacts> {
  const asker = (await listAccountRefs(tx, [run.asked_by])).get(run.asked_by);
  if (!asker) throw new Error("Who asked has no account");
  return {
    runId: run.id,
    workspaceId: run.workspace_id,
    roomId: run.room_id,
    assistantId: run.assistant_id,
    asker,
    audience: run.audience,
    readerIds: await listReaders(tx, run, room),
    toolPatterns: tools,
    parentId: run.parent_id,
  };
}

type Gathered = Omit<Prepared, "messages" | "readMessages">;

async function messagesFor(
  tx: ReadTx,
  run: RunRow,
  { room, assistant }: RunStanding,
  gathered: Gathered,
  { inputTokens, countTokens, senses }: Capacity,
): Promise<PlannedMessage[]> {
  const { settings, conversation, question, sources, facts, tools } = gathered;
  const ref = (await listAccountRefs(tx, [assistant.account_id])).get(assistant.account_id);
  const texts = (await findRoomTexts(tx, run.room_id)) ?? { topic: "", guidelines: "" };
  const system = systemPrompt({
    assistant: { name: settings.name, handle: ref?.handle ?? "assistant" },
    workspaceRoom: { name: room.name, kind: room.kind, ...texts },
    asker: facts.asker,
    now: run.created_at,
    citesSources: settings.citesSources,
    hasSources: sources.length > 0,
    hasTools: tools.length > 0,
    instructions: settings.instructions,
  });
  const shown = isLookingBack(run) ? [] : sources.map(sourceLine);
  const fixed = [system, ...shown, question, JSON.stringify(tools)];
  const files = run.purpose === "answer" ? new FilePlan(senses, inputTokens * shareOfFiles) : undefined;
  const asked: PlannedPart[] = (conversation.prompt && files?.of(conversation.prompt)) ?? [];
  const taken = fixed.reduce((sum, text) => sum + countTokens(text), 0) + tokensOf(asked, countTokens);
  const budget = Math.max(200, inputTokens - taken);
  const numberedCount = isLookingBack(run) ? sources.length : undefined;
  const transcript =
    conversation.isChat && files
      ? chatTranscript(conversation.before, run.assistant_id as AccountId, budget, countTokens, files)
      : roomTranscript(conversation.before, budget, countTokens, { files, numberedCount });
  return [
    { role: "system", text: system },
    ...transcript.messages,
    ...(shown.length > 0 ? [user(dataOf("Found in the workspace", shown))] : []),
    user(asking(run, conversation.prompt, question), asked),
  ];
}

function asking(run: RunRow, prompt: Said | undefined, question: string): string {
  if (run.purpose === "answer") return question;
  const about = run.purpose === "translation" && prompt ? `\n\n${dataOf("The message", [prompt.body])}` : "";
  const more = run.request.question === undefined ? "" : `\n\n${run.request.question}`;
  return `${wish(run.purpose, run.request.language)}${more}${about}`;
}

const sourceLine = ({ handle, title, at, quote }: assistants.Source): string =>
  JSON.stringify({ source: handle, from: title, at: at?.slice(0, 16), text: quote }).replaceAll("<", "\\u003c");
