import { type DateTimeFormatOptions, useFormatter } from "use-intl";

type TimestampProps = {
  /** A time as the server writes it, or a date. */
  at: string | number | Date;
  format?: keyof typeof formats;
  className?: string;
};

const formats = {
  time: { hour: "numeric", minute: "2-digit" },
  date: { day: "numeric", month: "short", year: "numeric" },
  /** The name of a day's divider. */
  day: { weekday: "long", day: "numeric", month: "long" },
  full: { dateStyle: "full", timeStyle: "short" },
} satisfies Record<string, DateTimeFormatOptions>;

/** A point in time; pointing at it tells all of it. */
export function Timestamp({ at, format = "time", className }: TimestampProps) {
  const { dateTime } = useFormatter();
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} title={dateTime(date, formats.full)} className={className}>
      {dateTime(date, formats[format])}
    </time>
  );
}
