// Assistants: accounts that think, what they are asked, and the conversations in which they answer.
import { assistants } from "@althing/contract";
import { outside, read, write } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { mentionables } from "../messages/index.ts";
import { membershipHooks } from "../workspaces/index.ts";
import { archiveAssistant, archiveOnDeparture } from "./actions/archive-assistant.ts";
import { ask } from "./actions/ask.ts";
import { continueRun } from "./actions/continue-run.ts";
import { createAssistant } from "./actions/create-assistant.ts";
import { movePlace } from "./actions/move-place.ts";
import { openChat } from "./actions/open-chat.ts";
import { restoreAssistantVersion } from "./actions/restore-version.ts";
import { sendTurn } from "./actions/send-turn.ts";
import { shareRun } from "./actions/share-run.ts";
import { stopRun } from "./actions/stop-run.ts";
import { updateAssistant } from "./actions/update-assistant.ts";
import { writeDown } from "./actions/write-down.ts";
import { makeBuiltIn, prepareBuiltIns } from "./built-in.ts";
import { writeDownJob } from "./jobs/write-down.ts";
import { answerMessages } from "./listeners/answer-messages.ts";
import { clearUp } from "./listeners/clear-up.ts";
import { createAssistants } from "./migrations/001_assistants.ts";
import { createRuns } from "./migrations/002_runs.ts";
import { createConversations } from "./migrations/003_conversations.ts";
import { createVoices } from "./migrations/004_voices.ts";
import { getAssistant, listAssistants, listAssistantVersions } from "./queries/assistants.ts";
import { listMentionable } from "./queries/list-mentionable.ts";
import { runFeed } from "./queries/may-follow.ts";
import { getRun, listRuns } from "./queries/runs.ts";
import { listTurns } from "./queries/turns.ts";
import { runWorker } from "./runs/worker.ts";

export { addTurns, beginChat, listConversations, makingsOf, treeOf } from "./conversations/door.ts";
export { announceCalls, wakeRun } from "./runs/door.ts";
export { findChat as findConversation } from "./store/conversations.ts";
export {
  type CallOutcome,
  type OfferedTool,
  type Performed,
  type RunFacts,
  type Toolbox,
  toolboxes,
} from "./toolboxes.ts";

membershipHooks.register({
  onCreated: (tx, { workspaceId }) => makeBuiltIn(tx, workspaceId),
  onDeparture: archiveOnDeparture,
});
mentionables.register({ among: listMentionable });

export const assistantsModule = defineModule({
  name: "assistants",
  migrations: [createAssistants, createRuns, createConversations, createVoices],
  feeds: [runFeed],
  listeners: [answerMessages, clearUp],
  workers: [runWorker],
  jobs: [writeDownJob],
  prepare: prepareBuiltIns,
  routes: [
    read(assistants.listAssistants, listAssistants),
    read(assistants.getAssistant, getAssistant),
    write(assistants.createAssistant, createAssistant),
    write(assistants.updateAssistant, updateAssistant),
    write(assistants.archiveAssistant, archiveAssistant),
    read(assistants.listAssistantVersions, listAssistantVersions),
    write(assistants.restoreAssistantVersion, restoreAssistantVersion),

    write(assistants.openChat, openChat),
    write(assistants.ask, ask),
    read(assistants.listRuns, listRuns),
    read(assistants.getRun, getRun),
    outside(assistants.stopRun, stopRun),
    write(assistants.continueRun, continueRun),
    write(assistants.shareRun, shareRun),
    write(assistants.sendTurn, sendTurn),
    read(assistants.listTurns, listTurns),
    write(assistants.movePlace, movePlace),
    write(assistants.writeDown, writeDown),
  ],
});
