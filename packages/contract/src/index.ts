// The one source of every operation, event and failure. Server, SDK, reference and tests are derived from it.
import * as accounts from "./accounts/index.ts";
import * as admin from "./admin/index.ts";
import * as assistants from "./assistants/index.ts";
import * as chats from "./chats/index.ts";
import * as connections from "./connections/index.ts";
import * as files from "./files/index.ts";
import * as knowledge from "./knowledge/index.ts";
import * as messages from "./messages/index.ts";
import * as models from "./models/index.ts";
import * as notifications from "./notifications/index.ts";
import * as pictures from "./pictures/index.ts";
import * as platform from "./platform/index.ts";
import * as realtime from "./realtime/index.ts";
import * as rooms from "./rooms/index.ts";
import * as statistics from "./statistics/index.ts";
import * as tools from "./tools/index.ts";
import * as workspaces from "./workspaces/index.ts";

export * from "./kit/index.ts";
export {
  accounts,
  admin,
  assistants,
  chats,
  connections,
  files,
  knowledge,
  messages,
  models,
  notifications,
  pictures,
  platform,
  realtime,
  rooms,
  statistics,
  tools,
  workspaces,
};

/** Every module of the contract, in order: a later one may use an earlier one. */
export const contract = {
  platform,
  realtime,
  pictures,
  accounts,
  workspaces,
  rooms,
  files,
  messages,
  notifications,
  statistics,
  knowledge,
  models,
  assistants,
  chats,
  tools,
  connections,
  admin,
} as const;
export type Contract = typeof contract;
