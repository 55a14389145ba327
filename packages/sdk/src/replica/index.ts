export { fromMe, fromPreferences, fromProfile, presenceOf } from "./accounts.ts";
export { apply, headOf, knownTypes } from "./apply.ts";
export { fromAssistants, fromRun, fromRunsBehind, fromRunsIn, fromTurns } from "./assistants/index.ts";
export { fromConnections } from "./connections.ts";
export { withoutWindows } from "./messages/forget.ts";
export {
  fromMessagePage,
  fromPins,
  fromReceipts,
  fromThread,
  fromThreads,
  typistsIn,
  unreadOf,
} from "./messages/index.ts";
export { fromModels, withoutModels } from "./models.ts";
export { fromPrompts, withoutPrompts } from "./prompts.ts";
export type { Records } from "./records.ts";
export { fromRoomTemplates, withoutRoomTemplates } from "./room-templates.ts";
export { fromCategories, fromRoom, fromRoomMembers, fromRooms, listedRooms, withoutRoom } from "./rooms.ts";
export { withoutStale } from "./stale.ts";
export {
  emptyReplica,
  type Mark,
  type Membership,
  type Reading,
  type Replica,
  type Standing,
  type Thread,
  type Timeline,
  type Typist,
} from "./state.ts";
export { fromToolCall, fromToolPolicies, fromToolPrices, fromToolSources, withoutToolsOf } from "./tools.ts";
export { fromEmoji, fromMembers, fromRoles, fromWorkspace, withoutWorkspace } from "./workspaces.ts";
