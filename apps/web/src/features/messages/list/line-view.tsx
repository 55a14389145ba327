import { memo } from "react";
import { useTranslations } from "use-intl";
import { Divider } from "../../../ui/divider.tsx";
import type { Place } from "../actions/openers.ts";
import { messageExtension } from "../extension.ts";
import { MessageRow } from "../row/message-row.tsx";
import { NotesRow } from "../row/notes-row.tsx";
import { OutgoingRow } from "../row/outgoing-row.tsx";
import { Beginning } from "./beginning.tsx";
import { DayDivider } from "./day-divider.tsx";
import type { Line } from "./lines.ts";
import { RowSkeletons } from "./row-skeletons.tsx";

type Props = {
  line: Line;
  place: Place;
  /** The room whose start stands above all lines. */
  beginningOf: string | undefined;
  isActive: boolean;
  isPointedOut: boolean;
  onJumpToDay: ((day: Date) => void) | undefined;
};

export function LineView({ line, place, beginningOf, isActive, isPointedOut, onJumpToDay }: Props) {
  switch (line.kind) {
    case "beginning":
      return beginningOf === undefined ? null : <Beginning roomId={beginningOf} />;
    case "older":
    case "newer":
      return <RowSkeletons count={4} />;
    case "outgoing":
      return <OutgoingRow entry={line.entry} isFirstOfGroup={line.isFirstOfGroup} />;
    case "tail": {
      const { TailRow } = messageExtension();
      return <TailRow id={line.key} />;
    }
    default:
      return (
        <>
          {line.opensDay !== undefined && <DayDivider at={line.opensDay} onJump={onJumpToDay} />}
          {line.isFirstNew && <NewDivider />}
          {line.kind === "notes" ? (
            <NotesRow ids={line.ids} isActive={isActive} />
          ) : (
            <MessageRow
              id={line.key}
              place={place}
              isFirstOfGroup={line.isFirstOfGroup}
              isActive={isActive}
              isPointedOut={isPointedOut}
            />
          )}
        </>
      );
  }
}

const NewDivider = memo(function NewDivider() {
  const t = useTranslations("messages.list");
  return <Divider tone="new" label={t("newMessages")} className="h-6 pe-4" />;
});
