// The prompts that one may use, by workspace: one's own and the shared ones, the oldest first.
import { chats } from "@althing/contract";
import { change, drop, put } from "./records.ts";
import { on } from "./reducer.ts";
import type { Replica } from "./state.ts";

type Prompts = readonly chats.Prompt[];

export const fromPrompts = (replica: Replica, workspaceId: string, prompts: Prompts): Replica => ({
  ...replica,
  prompts: put(replica.prompts, workspaceId, prompts),
});

/** They are unknown, until they are looked at again. */
export const withoutPrompts = (replica: Replica, workspaceId: string): Replica => ({
  ...replica,
  prompts: drop(replica.prompts, workspaceId),
});

const inWorkspace = (replica: Replica, workspaceId: string, alter: (prompts: Prompts) => Prompts): Replica => ({
  ...replica,
  prompts: change(replica.prompts, workspaceId, alter),
});

const without = (prompts: Prompts, id: string): Prompts => prompts.filter((one) => one.id !== id);

/** The workspace's feed and one's own both tell of them: an older version changes nothing. */
const withPrompt =
  (prompt: chats.Prompt) =>
  (prompts: Prompts): Prompts =>
    prompts.some(({ id, version }) => id === prompt.id && version > prompt.version)
      ? prompts
      : [...without(prompts, prompt.id), prompt].sort((one, other) => (one.id < other.id ? -1 : 1));

export const promptReducers = [
  on(chats.PromptChanged, (replica, { data: { prompt } }) =>
    inWorkspace(replica, prompt.workspaceId, withPrompt(prompt)),
  ),
  on(chats.PromptDeleted, (replica, { data: { workspaceId, promptId } }) =>
    inWorkspace(replica, workspaceId, (prompts) => without(prompts, promptId)),
  ),
  on(chats.PromptHidden, (replica, { data: { workspaceId, promptId, ownerId } }) =>
    ownerId === replica.accountId
      ? replica
      : inWorkspace(replica, workspaceId, (prompts) => without(prompts, promptId)),
  ),
];
