// What is done with conversations with assistants beside talking: prompts, links, files out and in, and how long they are kept.
export { chatsFeature } from "./feature.ts";
