/** The days that were asked for. */
import { statistics } from "@althing/contract";
import { fail } from "../../kernel/failure.ts";
import type { Range } from "./tables.ts";

const { statisticsLimits, StatisticsRangeInvalid } = statistics;
const dayMs = 86_400_000;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** From the first day to the last; the last thirty days unless told. */
export function requireRange(asked: Partial<Range>, now: Date): Range {
  const to = asked.to ?? dayAt(now.getTime());
  const from = asked.from ?? dayAt(timeOf(to) - (statisticsLimits.defaultDays - 1) * dayMs);
  const count = (timeOf(to) - timeOf(from)) / dayMs + 1;
  if (count < 1 || count > statisticsLimits.days) fail(StatisticsRangeInvalid, { limitDays: statisticsLimits.days });
  return { from, to };
}

/** Every day of the range, the first one first. */
export function daysOf({ from, to }: Range): string[] {
  const days: string[] = [];
  for (let time = timeOf(from); time <= timeOf(to); time += dayMs) days.push(dayAt(time));
  return days;
}
