import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useReplica } from "../../../connection/index.ts";
import { type Command, useCommands } from "../../../shell/index.ts";
import type { Place } from "../actions/openers.ts";
import { useMessageActions } from "../actions/use-message-actions.ts";

/** Offers what can be done with the message that one is on, to the palette and to the keys. */
export function MessageCommands({ messageId, place }: { messageId: string | undefined; place: Place }) {
  const t = useTranslations("messages");
  const message = useReplica(({ messages }) => (messageId === undefined ? undefined : messages[messageId]));
  const actions = useMessageActions(message, place);
  useCommands(
    useMemo(
      () =>
        actions.map(
          ({ id, label, icon, keys, run }): Command => ({
            id: `messages.${id}`,
            title: label,
            group: t("actions.group"),
            icon,
            ...(keys && { keys }),
            run,
          }),
        ),
      [actions, t],
    ),
  );
  return null;
}
