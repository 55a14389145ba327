// Periods of budgets, by the calendar in UTC. Pure.
import type { models } from "@althing/contract";

const dayMs = 86_400_000;

/** The moment a period began that `now` is in; weeks begin on Monday. */
export function periodStart(period: models.BudgetPeriod, now: Date): Date {
  const midnight = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  if (period === "day") return new Date(midnight);
  if (period === "week") return new Date(midnight - ((now.getUTCDay() + 6) % 7) * dayMs);
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
}

/** The moment the next one begins. */
export function periodEnd(period: models.BudgetPeriod, now: Date): Date {
  const start = periodStart(period, now);
  if (period === "month") return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
  return new Date(start.getTime() + (period === "day" ? 1 : 7) * dayMs);
}

/** A day as it stands in the tables of days. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * dayMs);
