// Assistants: who they are, their answers while they are written and after, and the help they give with a room.
export { useOpenChat } from "./chat/use-chat.ts";
export { useIsBranched } from "./chat/use-turns.ts";
export { assistantsFeature } from "./feature.ts";
export { AreaHeading } from "./gallery/lazy-area-heading.ts";
export { ToolCallCard } from "./run/lazy-tool-call-card.ts";
export { useAssistants, useHidesAssistants } from "./use-assistants.ts";
