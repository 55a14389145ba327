// Which message is edited in its place, one at a time: the list shows a MessageEditor there. What stands in its room and in
// an open thread at once is edited where one asked for it.
import type { messages } from "@althing/contract";
import type { Workspace } from "@althing/sdk";
import { createOpener } from "../../../shell/index.ts";

type Place = "room" | "thread";

const edited = createOpener<{ messageId: string; place: Place }>();

export const editMessage = (messageId: string, place: Place): void => edited.open({ messageId, place });
export const stopEditing = (): void => edited.close();

export function useIsEdited(messageId: string, place: Place): boolean {
  const opened = edited.useOpened();
  return opened?.messageId === messageId && opened.place === place;
}

/** Which message of this place is edited. */
export function useEditedId(place: Place): string | undefined {
  const opened = edited.useOpened();
  return opened?.place === place ? opened.messageId : undefined;
}

/** A change that was begun: the text, and the message that it was made from. */
export type BegunEdit = { readonly from: messages.Message; readonly text: string };

// Until they are saved or discarded: an editor that was scrolled out of the page or whose room was left goes on where it was.
// They go with their workspace, when one signs out.
const begun = new WeakMap<Workspace, Map<string, BegunEdit>>();

/** The changes that were begun in a workspace, by message. */
export function begunEdits(workspace: Workspace): Map<string, BegunEdit> {
  const edits = begun.get(workspace) ?? new Map<string, BegunEdit>();
  begun.set(workspace, edits);
  return edits;
}
