// What the app is made of, in order: a feature uses earlier ones only. The shell shows what each brings.
import { accountsFeature } from "./features/accounts/index.ts";
import { adminFeature } from "./features/admin/index.ts";
import { assistantsFeature } from "./features/assistants/index.ts";
import { chatsFeature } from "./features/chats/index.ts";
import { connectionsFeature } from "./features/connections/index.ts";
import { filesFeature } from "./features/files/index.ts";
import { messagesFeature } from "./features/messages/index.ts";
import { modelsFeature } from "./features/models/index.ts";
import { roomsFeature } from "./features/rooms/index.ts";
import { statisticsFeature } from "./features/statistics/index.ts";
import { toolsFeature } from "./features/tools/index.ts";
import { workspacesFeature } from "./features/workspaces/index.ts";
import type { Feature } from "./shell/index.ts";

export const features: readonly Feature[] = [
  accountsFeature,
  workspacesFeature,
  roomsFeature,
  filesFeature,
  messagesFeature,
  assistantsFeature,
  chatsFeature,
  connectionsFeature,
  modelsFeature,
  toolsFeature,
  statisticsFeature,
  adminFeature,
];
