// What is said in rooms: the list, threads, pins, mentions, and where one says something.
export type { MessageAction } from "./actions/use-message-actions.ts";
export { type SlashCommand, useSlashCommands } from "./composer/slash/slash-command.ts";
export { Conversation } from "./conversation.tsx";
export { provideMessageExtension } from "./extension.ts";
export { messagesFeature } from "./feature.ts";
export { useShowMessage } from "./message-address.ts";
export { MessageBody } from "./row/message-body.tsx";
