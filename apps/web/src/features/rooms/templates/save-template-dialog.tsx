import type { rooms } from "@althing/contract";
import { useEffect } from "react";
import { isShallowEqual, useReplica, useWorkspace } from "../../../connection/index.ts";
import { useToast } from "../../../ui/toast.tsx";
import { TemplateDialog } from "./template-dialog.tsx";

type Props = { room: rooms.MyRoom; onClose: () => void };

/** A room becomes a template: what it says of itself and what is pinned there, but nothing else of what was said. */
export function SaveTemplateDialog({ room, onClose }: Props) {
  const { windows } = useWorkspace();
  const toast = useToast();
  const isLoaded = useReplica(({ pins }) => pins[room.id] !== undefined);
  const pinnedMessages = useReplica(
    ({ pins, messages }) => (pins[room.id] ?? []).flatMap((id) => messages[id]?.body ?? []),
    isShallowEqual,
  );
  useEffect(() => {
    windows.openPins(room.id).catch((problem: unknown) => {
      toast.showProblem(problem);
      onClose();
    });
  }, [windows, room.id, toast, onClose]);
  if (!isLoaded) return null;
  const { visibility, topic, description, guidelines } = room;
  const texts = { visibility, topic, description, guidelines, pinnedMessages };
  return (
    <TemplateDialog
      draft={{ name: room.name ?? "", description: "", memberIds: [], rooms: [{ name: "{name}", ...texts }] }}
      onClose={onClose}
    />
  );
}
