// What is said in rooms: the list, threads, pins, mentions, and where one says something.
export type { MessageAction } from "./actions/use-message-actions.ts";
export { type MessageExtension, provideMessageExtension } from "./extension.ts";
export { messagesFeature } from "./feature.ts";
