import { Suspense } from "react";
import { later, WhenIdle } from "../../parts/index.ts";
import { useCommands } from "../../shell/index.ts";
import { useGeneralCommands } from "./commands/use-general-commands.ts";
import { useRoomCommands } from "./commands/use-room-commands.ts";
import { useWalkCommands } from "./commands/use-walk-commands.ts";
import { roomDialog } from "./dialogs/openers.ts";

const RoomDialogs = later(() => import("./dialogs/room-dialogs.tsx"), "RoomDialogs");

const WaitingBadge = later(() => import("./waiting-badge.tsx"), "WaitingBadge");

/** What can be done with rooms from anywhere in a workspace, and the dialogs of it. */
export function RoomResident() {
  const dialog = roomDialog.useOpened();
  useCommands(useGeneralCommands());
  useCommands(useRoomCommands());
  useCommands(useWalkCommands());
  return (
    <>
      <Suspense>{dialog && <RoomDialogs dialog={dialog} />}</Suspense>
      <WhenIdle>
        <WaitingBadge />
      </WhenIdle>
    </>
  );
}
