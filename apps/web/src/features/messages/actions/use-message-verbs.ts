import type { messages } from "@althing/contract";
import { useParams } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useClient } from "../../../connection/index.ts";
import { usePanel } from "../../../shell/index.ts";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { addressOf } from "../message-address.ts";
import { holdUnread } from "../reading/held-unread.ts";
import { textOf } from "../row/message-body.tsx";

type Message = messages.Message;

/** What one can do with a message. The screen changes by the event; a failure is told. */
export function useMessageVerbs() {
  const t = useTranslations("messages.verbs");
  const { messages } = useClient();
  const { slug } = useParams({ from: "/w/$slug" });
  const panel = usePanel();
  const confirm = useConfirm();
  const toast = useToast();

  return useMemo(() => {
    const attempt = async (action: Promise<unknown>, done?: string) => {
      try {
        await action;
        if (done) toast.show({ title: done });
      } catch (problem) {
        toast.showProblem(problem);
      }
    };
    const named = ({ roomId, id: messageId }: Message) => ({ roomId, messageId });
    return {
      react: (message: Message, emoji: string, isOn: boolean) =>
        attempt(messages[isOn ? "addReaction" : "removeReaction"]({ ...named(message), emoji })),
      openThread: ({ id, parentId }: Message) => panel.show("thread", parentId ?? id),
      follow: (root: Message, change: { following?: boolean; muted?: boolean }) =>
        attempt(messages.followThread({ ...named(root), ...change })),
      resolve: (root: Message, isResolved: boolean) =>
        attempt(messages[isResolved ? "resolveThread" : "reopenThread"](named(root))),
      copyText: (message: Message) =>
        attempt(navigator.clipboard.writeText(message.body || textOf(message.html)), t("textCopied")),
      copyLink: (message: Message) => attempt(navigator.clipboard.writeText(addressOf(slug, message)), t("linkCopied")),
      markUnread(message: Message) {
        holdUnread(message.roomId);
        return attempt(messages.unreadRoom(named(message)), t("markedUnread"));
      },
      pin: (message: Message, isOn: boolean) => attempt(messages[isOn ? "pinMessage" : "unpinMessage"](named(message))),
      async remove(message: Message) {
        const question = { title: t("deleteTitle"), description: t("deleteHint"), action: t("delete"), danger: true };
        if (await confirm(question)) await attempt(messages.deleteMessage(named(message)));
      },
    };
  }, [t, messages, slug, panel, confirm, toast]);
}
