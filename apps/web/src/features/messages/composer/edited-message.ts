// Which message is edited in its place, one at a time: the list shows a MessageEditor there.
import { createOpener } from "../../../shell/index.ts";

const edited = createOpener<string>();

export const editMessage = (messageId: string): void => edited.open(messageId);
export const stopEditing = (): void => edited.close();
export const useEditedMessageId = (): string | undefined => edited.useOpened();
