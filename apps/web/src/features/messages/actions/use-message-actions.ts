import type { messages } from "@althing/contract";
import {
  Bell,
  BellOff,
  Check,
  Copy,
  FolderInput,
  Link,
  MailOpen,
  MessageSquareReply,
  Pencil,
  Pin,
  PinOff,
  RotateCcw,
  SmilePlus,
  Trash2,
  VolumeOff,
} from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { isShallowEqual, useReplica } from "../../../connection/index.ts";
import { editMessage } from "../composer/index.ts";
import { messageExtension } from "../extension.ts";
import type { MessageAction } from "./message-action.ts";
import { moving, type Place, reacting } from "./openers.ts";
import { useMessageVerbs } from "./use-message-verbs.ts";

/** The row of a message on screen: one that begins a thread may stand in two places. */
const rowOf = (messageId: string, place: Place): Element | null =>
  document.querySelector(`[data-message-id="${CSS.escape(messageId)}"][data-place=${place}]`);

/** All that this person can do with a message, in the order of menus. */
export function useMessageActions(message: messages.Message | undefined, place: Place): readonly MessageAction[] {
  const t = useTranslations("messages.actions");
  const verbs = useMessageVerbs();
  const may = useReplica((replica) => {
    const held = new Set(replica.rooms[message?.roomId ?? ""]?.permissions);
    const isMine = message?.author.id === replica.accountId;
    return {
      send: held.has("message.send"),
      react: held.has("message.react"),
      pin: held.has("message.pin"),
      move: held.has("message.move"),
      edit: isMine && held.has("message.send"),
      delete: isMine || held.has("message.delete"),
    };
  }, isShallowEqual);
  const { useActions } = messageExtension();
  const added = useActions(message);
  const standing = useReplica(({ standings }) => standings[message?.id ?? ""]);

  return useMemo(() => {
    if (!message || message.kind === "system") return [];
    const isAlive = message.deletedAt === null;
    const isRoot = message.parentId === null;
    const thread = isRoot ? message.thread : null;
    const isFollowed = standing?.following ?? false;
    const offered: (MessageAction | false | null)[] = [
      isAlive &&
        may.react && {
          id: "react",
          label: t("react"),
          icon: SmilePlus,
          keys: "+",
          group: "answer",
          run: () => {
            const anchor = rowOf(message.id, place);
            if (anchor) reacting.open({ message, anchor });
          },
        },
      place === "room" &&
        (isAlive || thread !== null) && {
          id: "reply",
          label: t("reply"),
          icon: MessageSquareReply,
          keys: "r",
          group: "answer",
          run: () => verbs.openThread(message),
        },
      isAlive &&
        may.edit && {
          id: "edit",
          label: t("edit"),
          icon: Pencil,
          keys: "e",
          group: "answer",
          run: () => editMessage(message.id, place),
        },
      isAlive && {
        id: "copy_text",
        label: t("copyText"),
        icon: Copy,
        group: "copy",
        run: () => verbs.copyText(message),
      },
      {
        id: "copy_link",
        label: t("copyLink"),
        icon: Link,
        keys: "c",
        group: "copy",
        run: () => verbs.copyLink(message),
      },
      {
        id: "mark_unread",
        label: t("markUnread"),
        icon: MailOpen,
        keys: "u",
        group: "copy",
        run: () => verbs.markUnread(message),
      },
      thread && {
        id: "follow",
        label: isFollowed ? t("unfollow") : t("follow"),
        icon: isFollowed ? BellOff : Bell,
        group: "thread",
        run: () => verbs.follow(message, { following: !isFollowed }),
      },
      thread &&
        isFollowed && {
          id: "mute",
          label: standing?.muted ? t("unmute") : t("mute"),
          icon: VolumeOff,
          group: "thread",
          run: () => verbs.follow(message, { muted: !standing?.muted }),
        },
      thread &&
        may.send && {
          id: "resolve",
          label: thread.resolvedAt ? t("reopen") : t("resolve"),
          icon: thread.resolvedAt ? RotateCcw : Check,
          group: "thread",
          run: () => verbs.resolve(message, thread.resolvedAt === null),
        },
      isAlive &&
        may.pin && {
          id: "pin",
          label: message.pinned ? t("unpin") : t("pin"),
          icon: message.pinned ? PinOff : Pin,
          keys: "p",
          group: "change",
          run: () => verbs.pin(message, !message.pinned),
        },
      isAlive &&
        may.move && {
          id: "move",
          label: t("move"),
          icon: FolderInput,
          group: "change",
          run: () => moving.open(message),
        },
      isAlive &&
        may.delete && {
          id: "delete",
          label: t("delete"),
          icon: Trash2,
          keys: "delete",
          danger: true,
          group: "change",
          run: () => verbs.remove(message),
        },
    ];
    return [...added, ...offered.filter((action) => action !== false && action !== null)];
  }, [message, place, may, standing, added, t, verbs]);
}
