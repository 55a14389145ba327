import { spokenLater } from "../../../i18n/index.ts";
import { SaveTemplateDialog } from "../templates/save-template-dialog.tsx";
import { useCategories } from "../use-categories.ts";
import { useRoom } from "../use-room.ts";
import { AddPeopleDialog } from "./add-people-dialog.tsx";
import { CategoryDialog } from "./category-dialog.tsx";
import { EditRoomDialog } from "./edit-room-dialog.tsx";
import { NewChannelDialog } from "./new-channel-dialog.tsx";
import { NewMessageDialog } from "./new-message-dialog.tsx";
import { type RoomDialog, roomDialog } from "./openers.ts";
import { TransferDialog } from "./transfer-dialog.tsx";

/** Whichever dialog of rooms is open. */
export const RoomDialogs = spokenLater("rooms", Opened);

function Opened({ dialog }: { dialog: RoomDialog }) {
  const onClose = roomDialog.close;
  switch (dialog.kind) {
    case "new-channel":
      return <NewChannelDialog {...dialog} onClose={onClose} />;
    case "from-template":
      return <NewChannelDialog {...dialog} fromTemplate onClose={onClose} />;
    case "new-message":
      return <NewMessageDialog onClose={onClose} />;
    case "new-category":
      return <CategoryDialog roomId={dialog.roomId} onClose={onClose} />;
    case "rename-category":
      return <RenameCategory categoryId={dialog.categoryId} />;
    default:
      return <OfRoom dialog={dialog} />;
  }
}

function RenameCategory({ categoryId }: { categoryId: string }) {
  const category = useCategories().find(({ id }) => id === categoryId);
  return category ? <CategoryDialog category={category} onClose={roomDialog.close} /> : null;
}

function OfRoom({
  dialog,
}: {
  dialog: Extract<RoomDialog, { kind: "add-people" | "edit" | "save-template" | "transfer" }>;
}) {
  const room = useRoom(dialog.roomId);
  const onClose = roomDialog.close;
  if (!room) return null;
  if (dialog.kind === "add-people") return <AddPeopleDialog room={room} onClose={onClose} />;
  if (dialog.kind === "edit") return <EditRoomDialog room={room} onClose={onClose} />;
  if (dialog.kind === "save-template") return <SaveTemplateDialog room={room} onClose={onClose} />;
  return <TransferDialog room={room} thenLeave={dialog.thenLeave ?? false} onClose={onClose} />;
}
