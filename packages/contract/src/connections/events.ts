import { z } from "zod";
import { defineEvent } from "../kit/event.ts";
import { WorkspaceId } from "../workspaces/roles.ts";
import { Connection, ConnectionId } from "./connection.ts";

export const ConnectionChanged = defineEvent("connections.changed", {
  durability: "durable",
  feeds: ["account"],
  summary: "You signed in to a service for tools, or have to do so again.",
  payload: z.object({ connection: Connection }),
});
export const ConnectionRemoved = defineEvent("connections.removed", {
  durability: "durable",
  feeds: ["account"],
  summary: "A connection was taken back, or its source is gone.",
  payload: z.object({ workspaceId: WorkspaceId, connectionId: ConnectionId }),
});
