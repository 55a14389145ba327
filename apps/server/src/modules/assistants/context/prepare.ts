/** Everything a run shows to a model, or to the search that answers in its place: gathered once, in one snapshot. */
import type { assistants } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import type { Passage } from "../../knowledge/index.ts";
import { findRoomTexts } from "../../rooms/index.ts";
import { listReaders, type RunStanding } from "../runs/standing.ts";
import { findVersion } from "../store/assistants.ts";
import type { ChatRow, RunRow } from "../tables.ts";
import { type OfferedTool, type RunFacts, toolboxes } from "../toolboxes.ts";
import { type Conversation, readConversation, readPrompt } from "./conversation.ts";
import { wordsOf } from "./files.ts";
import { lookUp, saidSources, sourcesOf } from "./sources.ts";
import type { Place } from "./system-prompt.ts";

export type Prepared = {
  readonly settings: assistants.AssistantSettings;
  readonly conversation: Conversation;
  readonly question: string;
  readonly passages: readonly Passage[];
  readonly sources: readonly assistants.Source[];
  readonly readMessages: number;
  readonly facts: RunFacts;
  readonly tools: readonly OfferedTool[];
  readonly place: Pick<Place, "assistant" | "workspaceRoom">;
};

export const isLookingBack = ({ purpose }: Pick<RunRow, "purpose">): boolean =>
  purpose === "summary" || purpose === "actions";

export async function prepare(
  tx: ReadTx,
  run: RunRow,
  { room, assistant }: RunStanding,
  { settings, isBySearch }: { readonly settings: assistants.AssistantSettings; readonly isBySearch: boolean },
): Promise<Prepared> {
  const [prompt, readerIds, refs, texts] = await Promise.all([
    readPrompt(tx, run),
    listReaders(tx, run, room),
    listAccountRefs(tx, [run.asked_by, run.assistant_id]),
    findRoomTexts(tx, run.room_id),
  ]);
  const question = run.request.question ?? (prompt ? wordsOf(prompt) : "");
  const facts = factsOf(run, { settings, readerIds, asker: refs.get(run.asked_by) });
  const isAnswer = run.purpose === "answer";
  // What was shown once keeps its numbers: a run that goes on elsewhere looks nothing up again.
  const isGoingOn = run.started_at !== null && !isBySearch;
  const [conversation, passages, tools] = await Promise.all([
    readConversation(tx, run, room, prompt),
    isAnswer && !isGoingOn ? lookUp(tx, run, { readerIds, knowledge: settings.knowledge, question, prompt }) : [],
    isAnswer ? toolboxes.current.list(tx, facts) : [],
  ]);
  const sources = isGoingOn
    ? run.sources
    : isLookingBack(run)
      ? saidSources(conversation.before, room.name)
      : await sourcesOf(tx, passages, isBySearch ? "best" : "whole");
  const { topic, guidelines } = texts ?? { topic: "", guidelines: "" };
  return {
    settings,
    conversation,
    question,
    passages,
    sources,
    readMessages: conversation.before.length + (prompt ? 1 : 0),
    facts,
    tools,
    place: {
      assistant: { name: settings.name, handle: refs.get(assistant.account_id)?.handle ?? "assistant" },
      workspaceRoom: { name: room.name, kind: room.kind, topic, guidelines },
    },
  };
}

/** As the assistant was set when it was asked; in a trial, as it would be. */
export async function settingsOf(
  tx: ReadTx,
  run: RunRow,
  { assistant }: RunStanding,
  chat: ChatRow | undefined,
): Promise<assistants.AssistantSettings> {
  if (chat?.trial && chat.assistant_id === assistant.account_id) return chat.trial;
  if (run.settings_version === assistant.version) return assistant.settings;
  return (await findVersion(tx, assistant.account_id, run.settings_version))?.settings ?? assistant.settings;
}

function factsOf(
  run: RunRow,
  {
    settings,
    readerIds,
    asker,
  }: {
    readonly settings: assistants.AssistantSettings;
    readonly readerIds: RunFacts["readerIds"];
    readonly asker: RunFacts["asker"] | undefined;
  },
): RunFacts {
  if (!asker) throw new Error("Who asked has no account");
  return {
    runId: run.id,
    workspaceId: run.workspace_id,
    roomId: run.room_id,
    assistantId: run.assistant_id,
    asker,
    audience: run.audience,
    readerIds,
    toolPatterns: settings.tools,
    parentId: run.parent_id,
  };
}
