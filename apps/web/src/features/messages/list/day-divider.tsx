import { memo } from "react";
import { DayMenu } from "./day-menu.tsx";
import { useDayName } from "./use-day-name.ts";

type Props = { at: number; onJump: ((day: Date) => void) | undefined };

/** Where a day begins. Its name opens the way to other days. */
export const DayDivider = memo(function DayDivider({ at, onJump }: Props) {
  const label = useDayName(at);
  return (
    <div className="relative flex h-10 items-center justify-center before:absolute before:inset-x-0 before:top-1/2 before:h-px before:bg-line">
      <DayMenu label={label} onJump={onJump} />
    </div>
  );
});
