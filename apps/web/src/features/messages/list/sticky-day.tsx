import { DayMenu } from "./day-menu.tsx";
import type { Line } from "./lines.ts";
import { useDayName } from "./use-day-name.ts";

type Props = { line: Line | undefined; onJump: (day: Date) => void };

/** Tells the day of what is at the top of the view, unless its divider is there to tell it. */
export function StickyDay({ line, onJump }: Props) {
  if (!line || line.day === 0 || ("opensDay" in line && line.opensDay !== undefined)) return null;
  return <Shown day={line.day} onJump={onJump} />;
}

function Shown({ day, onJump }: { day: number; onJump: (day: Date) => void }) {
  const date = new Date(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100);
  return (
    <div className="pointer-events-none absolute inset-x-0 top-1.5 z-10 flex justify-center *:pointer-events-auto *:shadow-raised">
      <DayMenu label={useDayName(date.getTime())} onJump={onJump} />
    </div>
  );
}
