import { Suspense } from "react";
import { later } from "../../../parts/index.ts";
import { useCommandsNoted } from "../settings/shortcuts/noted-commands.ts";
import { statusDialog } from "./status-opener.ts";
import { usePresenceReports } from "./use-presence-reports.ts";
import { useSelfCommands } from "./use-self-commands.ts";
import { useTimeZoneTold } from "./use-time-zone-told.ts";

const StatusDialog = later(() => import("./status-dialog.tsx"), "StatusDialog");

export function Resident() {
  usePresenceReports();
  useTimeZoneTold();
  useSelfCommands();
  useCommandsNoted();
  const isStatusOpen = statusDialog.useOpened();
  return <Suspense>{isStatusOpen && <StatusDialog onClose={statusDialog.close} />}</Suspense>;
}
