// Where one has signed in for tools, by workspace, where loaded.
import { connections } from "@althing/contract";
import { change, drop, put } from "./records.ts";
import { on } from "./reducer.ts";
import type { Replica } from "./state.ts";

type Connection = connections.Connection;

export const fromConnections = (replica: Replica, workspaceId: string, list: readonly Connection[]): Replica => ({
  ...replica,
  connections: put(replica.connections, workspaceId, Object.fromEntries(list.map((one) => [one.id, one]))),
});

export const connectionReducers = [
  on(connections.ConnectionChanged, (replica, { data: { connection } }) => ({
    ...replica,
    connections: change(replica.connections, connection.workspaceId, (known) =>
      (known[connection.id]?.version ?? 0) > connection.version ? known : put(known, connection.id, connection),
    ),
  })),
  on(connections.ConnectionRemoved, (replica, { data: { workspaceId, connectionId } }) => ({
    ...replica,
    connections: change(replica.connections, workspaceId, (known) => drop(known, connectionId)),
  })),
];
