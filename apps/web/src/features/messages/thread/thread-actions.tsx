import type { messages } from "@althing/contract";
import { Bell, BellRing, CircleCheck, Ellipsis } from "lucide-react";
import { useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { MenuCheckbox, MenuItem } from "../../../ui/menu-items.tsx";
import { useMessageVerbs } from "../actions/use-message-verbs.ts";
import { useShowMessage } from "../message-address.ts";

/** What one can do with a thread, in its header. */
export function ThreadActions({ root }: { root: messages.Message }) {
  const t = useTranslations("messages.thread");
  const verbs = useMessageVerbs();
  const showMessage = useShowMessage();
  const standing = useReplica(({ standings }) => standings[root.id]);
  const mayResolve = useReplica(({ rooms }) => rooms[root.roomId]?.permissions.includes("message.send") ?? false);
  const isFollowed = standing?.following ?? false;
  const isResolved = root.thread?.resolvedAt != null;
  return (
    <>
      <IconButton
        label={isFollowed ? t("unfollow") : t("follow")}
        icon={isFollowed ? <BellRing /> : <Bell />}
        pressed={isFollowed}
        onClick={() => verbs.follow(root, { following: !isFollowed })}
      />
      {mayResolve && root.thread && (
        <IconButton
          label={isResolved ? t("reopen") : t("resolve")}
          icon={<CircleCheck />}
          pressed={isResolved}
          onClick={() => verbs.resolve(root, !isResolved)}
        />
      )}
      <Menu align="end" trigger={<IconButton label={t("more")} icon={<Ellipsis />} />}>
        <MenuItem onClick={() => showMessage(root)}>{t("showInRoom")}</MenuItem>
        <MenuItem onClick={() => verbs.copyLink(root)}>{t("copyLink")}</MenuItem>
        {isFollowed && (
          <MenuCheckbox checked={standing?.muted ?? false} onCheckedChange={(muted) => verbs.follow(root, { muted })}>
            {t("mute")}
          </MenuCheckbox>
        )}
      </Menu>
    </>
  );
}
