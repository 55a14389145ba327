import type { statistics } from "@althing/contract";
import type { DayRow, StepRow } from "./tables.ts";

const quiet = { messages: 0, replies: 0, reactions: 0, activePeople: 0 };

/** One of each day; on most of them nothing may have happened. */
export function viewDays(days: readonly string[], rows: readonly DayRow[]): statistics.StatisticsDay[] {
  const known = new Map(rows.map((row) => [row.day, row]));
  return days.map((day) => known.get(day) ?? { day, ...quiet });
}

export const viewTotal = (days: readonly DayRow[], activePeople: number) => ({
  messages: total(days, "messages"),
  replies: total(days, "replies"),
  reactions: total(days, "reactions"),
  activePeople,
});

const total = (days: readonly DayRow[], name: "messages" | "replies" | "reactions"): number =>
  days.reduce((sum, day) => sum + day[name], 0);

/** Up to where the steps of response times go, in seconds: a minute, five, a quarter of an hour, an hour, four, a day. */
export const stepEnds = [60, 300, 900, 3_600, 14_400, 86_400] as const;

/** The last step has no end. */
export function viewResponses(steps: readonly StepRow[], medianSeconds: number | null): statistics.ResponseTimes {
  const counts = new Map(steps.map(({ step, count }) => [step, count]));
  return {
    count: steps.reduce((sum, { count }) => sum + count, 0),
    medianSeconds,
    steps: [...stepEnds, null].map((belowSeconds, step) => ({ belowSeconds, count: counts.get(step) ?? 0 })),
  };
}
