// The modules, in order: each may use only those before it.
import type { Module } from "./kernel/module.ts";
import { ticketsModule } from "./kernel/tickets.ts";
import { accountsModule } from "./modules/accounts/index.ts";
import { adminModule } from "./modules/admin/index.ts";
import { assistantsModule } from "./modules/assistants/index.ts";
import { chatsModule } from "./modules/chats/index.ts";
import { connectionsModule } from "./modules/connections/index.ts";
import { filesModule } from "./modules/files/index.ts";
import { knowledgeModule } from "./modules/knowledge/index.ts";
import { messagesModule } from "./modules/messages/index.ts";
import { modelsModule } from "./modules/models/index.ts";
import { notificationsModule } from "./modules/notifications/index.ts";
import { picturesModule } from "./modules/pictures/index.ts";
import { roomsModule } from "./modules/rooms/index.ts";
import { statisticsModule } from "./modules/statistics/index.ts";
import { toolsModule } from "./modules/tools/index.ts";
import { workspacesModule } from "./modules/workspaces/index.ts";

export const modules: readonly Module[] = [
  ticketsModule,
  picturesModule,
  accountsModule,
  workspacesModule,
  roomsModule,
  filesModule,
  messagesModule,
  notificationsModule,
  statisticsModule,
  knowledgeModule,
  modelsModule,
  assistantsModule,
  chatsModule,
  toolsModule,
  connectionsModule,
  adminModule,
];
