// Which message is edited in its place, one at a time: the list shows a MessageEditor there. What stands in its room and in
// an open thread at once is edited where one asked for it.
import { createOpener } from "../../../shell/index.ts";

type Place = "room" | "thread";

const edited = createOpener<{ messageId: string; place: Place }>();

export const editMessage = (messageId: string, place: Place): void => edited.open({ messageId, place });
export const stopEditing = (): void => edited.close();

export function useIsEdited(messageId: string, place: Place): boolean {
  const opened = edited.useOpened();
  return opened?.messageId === messageId && opened.place === place;
}
