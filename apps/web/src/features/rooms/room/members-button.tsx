import type { rooms } from "@althing/contract";
import { Users } from "lucide-react";
import { useEffect } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { isShallowEqual, useReplica, useWorkspace } from "../../../connection/index.ts";
import { usePanel } from "../../../shell/index.ts";
import { Button } from "../../../ui/button.tsx";
import { VisuallyHidden } from "../../../ui/visually-hidden.tsx";
import { AccountAvatar } from "../../accounts/index.ts";

/** Rooms of more people show their number only, also once their members are loaded for another reason. */
const mostWithFaces = 100;
const shownFaces = 3;

/** How many are in the room, with a few of their faces; leads to the members. */
export function MembersButton({ room }: { room: rooms.MyRoom }) {
  const t = useTranslations("rooms.heading");
  const format = useFormatter();
  const panel = usePanel();
  const { windows } = useWorkspace();
  const isSmall = room.memberCount <= mostWithFaces;
  const faces = useReplica(
    ({ roomMembers }) =>
      Object.values(roomMembers[room.id] ?? {})
        .slice(0, isSmall ? shownFaces : 0)
        .map(({ id, name }) => `${id} ${name}`),
    isShallowEqual,
  );
  useEffect(() => {
    // Without the faces the button still says how many.
    if (isSmall) windows.openRoomMembers(room.id).catch(() => undefined);
  }, [isSmall, room.id, windows]);
  return (
    <Button
      variant="ghost"
      size="small"
      className="h-control max-md:hidden"
      icon={faces.length === 0 && <Users />}
      onClick={() => panel.toggle("members", room.id)}
    >
      {faces.length > 0 && (
        <span className="flex">
          {faces.map((face) => (
            <span key={face} className="not-first:-ms-1.5 flex rounded-sm ring-2 ring-canvas">
              <AccountAvatar
                size={20}
                accountId={face.slice(0, face.indexOf(" "))}
                name={face.slice(face.indexOf(" ") + 1)}
              />
            </span>
          ))}
        </span>
      )}
      <span aria-hidden="true" className="tabular-nums">
        {format.number(room.memberCount)}
      </span>
      <VisuallyHidden>{t("members", { count: room.memberCount })}</VisuallyHidden>
    </Button>
  );
}
