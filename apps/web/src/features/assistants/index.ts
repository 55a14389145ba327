// Assistants: who they are, their answers while they are written and after, and the help they give with a room.
export { assistantsFeature } from "./feature.ts";
export { ToolCallCard } from "./run/tool-call-card.tsx";
