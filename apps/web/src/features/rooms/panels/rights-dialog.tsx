import type { rooms } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { spokenLater } from "../../../i18n/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog, DialogClose } from "../../../ui/dialog.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { usePermissionText } from "../../workspaces/index.ts";
import { useRoomTitle } from "../room/use-room-title.ts";

type Props = { member: rooms.RoomMember; room: rooms.MyRoom; onClose: () => void };
type Flag = "inherited" | "on" | "off";

/** Single rights of someone in this room, above what their roles give. Each holds at once. */
export const RightsDialog = spokenLater("workspaces", function RightsDialog({ member, room, onClose }: Props) {
  const t = useTranslations("rooms.rights");
  const textOf = usePermissionText();
  const client = useClient();
  const { showProblem } = useToast();
  const title = useRoomTitle(room);
  const all = useQuery({ queryKey: ["permissions"], queryFn: () => client.workspaces.listPermissions() });
  const set = (permission: string, flag: Flag) => {
    const { [permission]: _, ...others } = member.flags;
    const flags = flag === "inherited" ? others : { ...others, [permission]: flag === "on" };
    client.rooms.setRoomMemberFlags({ roomId: room.id, accountId: member.id, flags }).catch(showProblem);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: member.name, title })}
      description={t("hint")}
      footer={<DialogClose render={<Button>{t("done")}</Button>} />}
    >
      {all.error && <ErrorState error={all.error} onRetry={() => void all.refetch()} />}
      {all.isPending && <Skeleton className="h-96" />}
      <ul className="flex flex-col divide-y divide-line">
        {all.data
          ?.filter(({ on }) => on === "room")
          .map((permission) => (
            <Right
              key={permission.name}
              description={textOf(permission)}
              flag={flagOf(member.flags[permission.name])}
              mayGive={room.permissions.includes(permission.name)}
              onChange={(flag) => set(permission.name, flag)}
            />
          ))}
      </ul>
    </Dialog>
  );
});

const flagOf = (given: boolean | undefined): Flag => (given === undefined ? "inherited" : given ? "on" : "off");

type RightProps = { description: string; flag: Flag; mayGive: boolean; onChange: (flag: Flag) => void };

function Right({ description, flag, mayGive, onChange }: RightProps) {
  const t = useTranslations("rooms.rights");
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <span className="min-w-48 flex-1 text-sm">{description}</span>
      <SegmentedControl
        label={description}
        value={flag}
        onValueChange={onChange}
        options={[
          { value: "inherited", label: t("inherited") },
          { value: "on", label: t("on"), disabled: !mayGive && flag !== "on" },
          { value: "off", label: t("off") },
        ]}
      />
    </li>
  );
}
