// Assistants: accounts that think, what they are asked, and the conversations in which they answer.
import { assistants } from "@althing/contract";
import { read, write } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { mentionables } from "../messages/index.ts";
import { membershipHooks } from "../workspaces/index.ts";
import { archiveAssistant, archiveOnDeparture } from "./actions/archive-assistant.ts";
import { createAssistant } from "./actions/create-assistant.ts";
import { restoreAssistantVersion } from "./actions/restore-version.ts";
import { updateAssistant } from "./actions/update-assistant.ts";
import { makeBuiltIn, prepareBuiltIns } from "./built-in.ts";
import { createAssistants } from "./migrations/001_assistants.ts";
import { createRuns } from "./migrations/002_runs.ts";
import { createConversations } from "./migrations/003_conversations.ts";
import { getAssistant, listAssistants, listAssistantVersions } from "./queries/assistants.ts";
import { listMentionable } from "./queries/list-mentionable.ts";

export {
  type CallOutcome,
  type OfferedTool,
  type Performed,
  type ProposedCall,
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
  migrations: [createAssistants, createRuns, createConversations],
  prepare: prepareBuiltIns,
  routes: [
    read(assistants.listAssistants, listAssistants),
    read(assistants.getAssistant, getAssistant),
    write(assistants.createAssistant, createAssistant),
    write(assistants.updateAssistant, updateAssistant),
    write(assistants.archiveAssistant, archiveAssistant),
    read(assistants.listAssistantVersions, listAssistantVersions),
    write(assistants.restoreAssistantVersion, restoreAssistantVersion),
  ],
});
