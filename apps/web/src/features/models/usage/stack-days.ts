import type { models } from "@althing/contract";
import { sharesOf } from "./shares-of.ts";

/** All that are told together: the server's word for those that it did not tell apart. */
export const others = "others";

type Stack = {
  /** Of the parts, from the bottom up; `others` is last, where there are any. */
  keys: readonly string[];
  /** Every day of the report, also those on which nothing was spent. */
  days: readonly { day: string; micros: number; parts: readonly number[] }[];
};

const mostApart = 5;
const dayMs = 86_400_000;

/** What was spent on each day, by the few that spent most and all others together. */
export function stackDays({ from, to, rows }: Pick<models.UsageReport, "from" | "to" | "rows">): Stack {
  const spenders = sharesOf(rows).filter(({ micros }) => micros > 0);
  const apart = spenders.flatMap(({ key }) => (key === others ? [] : [key])).slice(0, mostApart);
  const keys = spenders.length > apart.length ? [...apart, others] : apart;
  const places = new Map(keys.map((key, index) => [key, index]));
  const spent = new Map<string, number[]>();
  for (const { day, key, micros } of rows) {
    const parts = spent.get(day) ?? keys.map(() => 0);
    const place = places.get(key) ?? keys.length - 1;
    if (micros > 0) parts[place] = (parts[place] ?? 0) + micros;
    spent.set(day, parts);
  }
  const count = Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
  const days = Array.from({ length: count }, (_, index) => {
    const day = new Date(Date.parse(from) + index * dayMs).toISOString().slice(0, 10);
    const parts = spent.get(day) ?? keys.map(() => 0);
    return { day, micros: parts.reduce((sum, part) => sum + part, 0), parts };
  });
  return { keys, days };
}
