// What is said in rooms: the list, threads, pins, mentions, and where one says something.
export { messagesFeature } from "./feature.ts";
