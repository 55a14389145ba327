import type { Client, Live, LiveStatus } from "@althing/sdk";
import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { Connection } from "./connection.ts";

export const ConnectionContext = createContext<Connection | null>(null);

export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error("useConnection is used outside of ConnectionContext");
  return connection;
}

export const useClient = (): Client => useConnection().client;
export const useLive = (): Live => useConnection().live;

export function useLiveStatus(): LiveStatus {
  const live = useLive();
  return useSyncExternalStore(
    useCallback((listener: () => void) => live.onStatus(listener), [live]),
    () => live.status,
  );
}
