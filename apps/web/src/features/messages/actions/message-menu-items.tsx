import { MessagesSquare } from "lucide-react";
import { Fragment } from "react";
import { useTranslations } from "use-intl";
import { MenuItem, MenuSeparator, Submenu } from "../../../ui/menu-items.tsx";
import type { MessageAction } from "./message-action.ts";

type Props = { actions: readonly MessageAction[] };

/** What can be done with a message, as the items of a menu: what is about its thread one step further in. */
export function MessageMenuItems({ actions }: Props) {
  const t = useTranslations("messages.actions");
  const groups = Map.groupBy(actions, ({ group }) => group);
  return [...groups].map(([group, some], index) => (
    <Fragment key={group}>
      {index > 0 && <MenuSeparator />}
      {group === "thread" ? (
        <Submenu icon={<MessagesSquare />} label={t("thread")}>
          <Items actions={some} />
        </Submenu>
      ) : (
        <Items actions={some} />
      )}
    </Fragment>
  ));
}

const Items = ({ actions }: Props) =>
  actions.map(({ id, label, icon: Icon, keys, danger, run }) => (
    <MenuItem key={id} icon={<Icon />} {...(keys && { shortcut: keys })} {...(danger && { danger })} onClick={run}>
      {label}
    </MenuItem>
  ));
