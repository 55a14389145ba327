// What is said in rooms: the list, threads, pins, mentions, and where one says something.
export type { MessageAction } from "./actions/message-action.ts";
export { draftKey } from "./composer/drafts/drafts.ts";
export { useDraft } from "./composer/drafts/use-draft.ts";
export { focusComposer } from "./composer/index.ts";
export { Notice as ComposerNotice } from "./composer/notice.tsx";
export { useSlashCommands } from "./composer/slash/slash-command.ts";
export { Conversation } from "./conversation.tsx";
export { provideMessageExtension } from "./extension.ts";
export { messagesFeature } from "./feature.ts";
export { useOpening } from "./list/use-opening.ts";
export { useShowMessage } from "./message-address.ts";
export { LinksAsk } from "./row/inert-link.tsx";
export { MessageBody } from "./row/message-body.tsx";
