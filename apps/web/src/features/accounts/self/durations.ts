export const durations = ["halfHour", "hour", "today", "tomorrow", "week", "never"] as const;
/** How long a status or do-not-disturb lasts. */
export type Duration = (typeof durations)[number];

const minuteMs = 60_000;
const morningHour = 8;

/** When it is over, by this device's clock and calendar; null for never. `tomorrow` ends when the next morning begins. */
export function endOf(duration: Duration, now: Date): Date | null {
  switch (duration) {
    case "halfHour":
      return new Date(now.getTime() + 30 * minuteMs);
    case "hour":
      return new Date(now.getTime() + 60 * minuteMs);
    case "today":
      return startOfDay(now, 1);
    case "tomorrow":
      return startOfDay(now, 1, morningHour);
    case "week":
      return startOfDay(now, 7 - ((now.getDay() + 6) % 7));
    case "never":
      return null;
  }
}

const startOfDay = (now: Date, daysAhead: number, hour = 0): Date =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysAhead, hour);
