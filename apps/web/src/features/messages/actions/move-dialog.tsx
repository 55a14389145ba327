import { messages } from "@althing/contract";
import { listedRooms } from "@althing/sdk";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { isShallowEqual, useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { rank } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { ListRow } from "../../../ui/list-row.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useMyId } from "../../accounts/index.ts";
import { RoomIcon, roomTitle } from "../../rooms/index.ts";
import { useShowMessage } from "../message-address.ts";
import { wordsOf } from "../row/message-body.tsx";

type Props = { message: messages.Message; onClose: () => void };
type Target = { roomId: string; parentId: string | null };

const shownCount = 30;

/** Chooses another room for a message, or another thread of a room. What moves keeps its links. */
export function MoveDialog({ message, onClose }: Props) {
  const t = useTranslations("messages.move");
  const client = useClient();
  const toast = useToast();
  const showMessage = useShowMessage();
  const [target, setTarget] = useState<Target>({ roomId: message.roomId, parentId: message.parentId });
  const [isMoving, setMoving] = useState(false);
  const isElsewhere = target.roomId !== message.roomId || target.parentId !== message.parentId;

  const move = async () => {
    setMoving(true);
    try {
      const moved = await client.messages.moveMessage({
        roomId: message.roomId,
        messageId: message.id,
        toRoomId: target.roomId,
        toParentId: target.parentId,
      });
      onClose();
      toast.show({ title: t("moved"), action: { label: t("show"), onClick: () => showMessage(moved) } });
    } catch (problem) {
      toast.showProblem(problem);
      setMoving(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title")}
      description={t("hint")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" disabled={!isElsewhere} loading={isMoving} onClick={() => void move()}>
            {t("move")}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Rooms chosen={target.roomId} onChoose={(roomId) => setTarget({ roomId, parentId: null })} />
        <Threads
          message={message}
          target={target}
          onChoose={(parentId) => setTarget({ roomId: target.roomId, parentId })}
        />
      </div>
    </Dialog>
  );
}

function Rooms({ chosen, onChoose }: { chosen: string; onChoose: (roomId: string) => void }) {
  const t = useTranslations("messages.move");
  const { id } = useWorkspace();
  const myId = useMyId();
  const [query, setQuery] = useState("");
  const rooms = useReplica(
    (replica) =>
      listedRooms(replica).filter(
        ({ workspaceId, joined, archivedAt, permissions }) =>
          workspaceId === id && joined && archivedAt === null && permissions.includes("message.send"),
      ),
    isShallowEqual,
  );
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3 className="font-medium text-sm">{t("room")}</h3>
      <SearchField label={t("find")} value={query} onValueChange={setQuery} />
      <ul className="max-h-72 overflow-y-auto">
        {rank(query, rooms, (room) => [roomTitle(room, myId)], shownCount).map((room) => (
          <li key={room.id}>
            <ListRow
              aria-pressed={room.id === chosen}
              className={room.id === chosen ? "bg-selected" : ""}
              leading={<RoomIcon room={room} size={16} />}
              onClick={() => onChoose(room.id)}
            >
              {roomTitle(room, myId)}
            </ListRow>
          </li>
        ))}
      </ul>
    </section>
  );
}

type ThreadsProps = { message: messages.Message; target: Target; onChoose: (parentId: string | null) => void };

function Threads({ message, target, onChoose }: ThreadsProps) {
  const t = useTranslations("messages.move");
  const client = useClient();
  const { data } = useQuery({
    queryKey: ["messages", "newest", target.roomId],
    queryFn: () => client.page(messages.listMessages, { roomId: target.roomId, limit: shownCount }),
  });
  const roots = data?.items.filter(
    ({ id, kind, parentId, deletedAt }) => kind === "message" && !parentId && !deletedAt && id !== message.id,
  );
  const choices = [null, ...(roots?.toReversed() ?? [])];
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3 className="font-medium text-sm">{t("thread")}</h3>
      <ul className="max-h-80 overflow-y-auto">
        {choices.map((root) => (
          <li key={root?.id ?? ""}>
            <ListRow
              aria-pressed={(root?.id ?? null) === target.parentId}
              className={(root?.id ?? null) === target.parentId ? "bg-selected" : ""}
              onClick={() => onChoose(root?.id ?? null)}
            >
              {root ? `${root.author.name}: ${wordsOf(root)}` : t("roomItself")}
            </ListRow>
          </li>
        ))}
      </ul>
    </section>
  );
}
