import { Fragment } from "react";
import { MenuItem, MenuSeparator } from "../../../ui/menu-items.tsx";
import type { MessageAction } from "./message-action.ts";

/** What can be done with a message, as the items of a menu. */
export function MessageMenuItems({ actions }: { actions: readonly MessageAction[] }) {
  return actions.map(({ id, label, icon: Icon, keys, danger, group, run }, index) => (
    <Fragment key={id}>
      {index > 0 && actions[index - 1]?.group !== group && <MenuSeparator />}
      <MenuItem icon={<Icon />} {...(keys && { shortcut: keys })} {...(danger && { danger })} onClick={run}>
        {label}
      </MenuItem>
    </Fragment>
  ));
}
