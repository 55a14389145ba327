import type { rooms } from "@althing/contract";
import { useEffect } from "react";
import { useReplica, useWorkspace } from "../../../connection/index.ts";

/** Keeps the receipts of a direct message or group loaded while it is on screen. */
export function useReceipts({ id, kind }: rooms.MyRoom): void {
  const { windows } = useWorkspace();
  const isMissing = useReplica(({ receipts }) => receipts[id] === undefined);
  const isWanted = isMissing && (kind === "dm" || kind === "group");
  useEffect(() => {
    if (isWanted) windows.openReceipts(id).catch(() => undefined);
  }, [isWanted, windows, id]);
}
