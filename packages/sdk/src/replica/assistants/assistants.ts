// The assistants one may ask, by workspace.
import { assistants } from "@althing/contract";
import { change, drop, put } from "../records.ts";
import { on } from "../reducer.ts";
import type { Replica } from "../state.ts";

type Assistant = assistants.Assistant;

/** Takes the whole list of a workspace's assistants. */
export const fromAssistants = (replica: Replica, workspaceId: string, list: readonly Assistant[]): Replica => ({
  ...replica,
  assistants: put(replica.assistants, workspaceId, Object.fromEntries(list.map((one) => [one.id, one]))),
});

/** The workspace's feed and one's own both tell of them: an older version changes nothing. */
const withAssistant = (replica: Replica, assistant: Assistant): Replica => ({
  ...replica,
  assistants: change(replica.assistants, assistant.workspaceId, (known) => {
    if (assistant.archivedAt !== null) return drop(known, assistant.id);
    return (known[assistant.id]?.version ?? 0) > assistant.version ? known : put(known, assistant.id, assistant);
  }),
});

export const assistantReducers = [
  on(assistants.AssistantChanged, (replica, { data: { assistant } }) => withAssistant(replica, assistant)),
  on(assistants.AssistantHidden, (replica, { data: { assistantId } }) => ({
    ...replica,
    assistants: Object.fromEntries(
      Object.entries(replica.assistants).map(([workspaceId, known]) => [
        workspaceId,
        known[assistantId]?.ownerId === replica.accountId ? known : drop(known, assistantId),
      ]),
    ),
  })),
];
